import { describe, expect, it } from 'vitest'
import { timelineOf } from './timeline'

describe('order timeline', () => {
  it('shows what is done, where the order is and what lies ahead', () => {
    expect(timelineOf('SHIPPED').map(({ state }) => state)).toEqual(['done', 'done', 'current', 'ahead'])
  })

  it('ends with the order', () => {
    expect(timelineOf('REJECTED').map(({ status }) => status)).toEqual(['PENDING', 'REJECTED'])
    expect(timelineOf('CANCELLED').at(-1)).toEqual({ status: 'CANCELLED', state: 'current' })
  })
})
