import { describe, expect, it } from 'vitest'
import { pageNumbers } from './pageNumbers'

describe('page numbers', () => {
  it.each([
    [0, 1, [0]],
    [0, 3, [0, 1, 2]],
    [4, 9, [0, null, 3, 4, 5, null, 8]],
    [8, 9, [0, null, 7, 8]],
  ])('of page %i of %i', (page, count, numbers) => {
    expect(pageNumbers(page, count)).toEqual(numbers)
  })
})
