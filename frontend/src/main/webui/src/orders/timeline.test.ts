import { describe, expect, it } from 'vitest'
import type { Order, OrderStep } from '../api/types'
import { timelineOf } from './timeline'

const MONDAY = '2026-11-02T09:00:00Z'
const TUESDAY = '2026-11-03T09:00:00Z'
const FRIDAY = '2026-11-06T09:00:00Z'

const orderThatIs = (status: Order['status']) => ({ status, createdAt: MONDAY, updatedAt: FRIDAY })

describe('order timeline', () => {
  it('shows what is done, where the order is and what lies ahead', () => {
    expect(timelineOf(orderThatIs('SHIPPED')).map(({ state }) => state)).toEqual(['done', 'done', 'current', 'ahead'])
  })

  it('ends with the order', () => {
    expect(timelineOf(orderThatIs('REJECTED')).map(({ status }) => status)).toEqual(['PENDING', 'REJECTED'])
    expect(timelineOf(orderThatIs('CANCELLED')).at(-1)).toEqual({ status: 'CANCELLED', state: 'current', at: FRIDAY })
  })

  it('says when each step was taken', () => {
    const history: OrderStep[] = [
      { status: 'PENDING', at: MONDAY },
      { status: 'CONFIRMED', at: TUESDAY },
      { status: 'SHIPPED', at: FRIDAY },
    ]

    expect(timelineOf(orderThatIs('SHIPPED'), history).map(({ at }) => at)).toEqual([MONDAY, TUESDAY, FRIDAY, undefined])
  })

  it('dates what has just been heard of, though the history does not have it yet', () => {
    const history: OrderStep[] = [{ status: 'PENDING', at: MONDAY }]

    expect(timelineOf(orderThatIs('CONFIRMED'), history)[1]).toMatchObject({ status: 'CONFIRMED', at: FRIDAY })
  })
})
