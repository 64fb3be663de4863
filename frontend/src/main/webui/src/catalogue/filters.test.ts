import { describe, expect, it } from 'vitest'
import { filtersFrom, PAGE_SIZE, pageCount, parsePrice, refined, searchOf, type Filters } from './filters'

const read = (search: string) => filtersFrom(new URLSearchParams(search))

describe('filters in the address', () => {
  it('come back as they were written', () => {
    const filters: Filters = { q: 'lamp & shade', category: 'Home & garden', minPrice: '5', maxPrice: '99.90', inStock: true, sort: '-price', page: 3 }

    expect(read(searchOf(filters))).toEqual(filters)
  })

  it('are nothing for the whole shop', () => {
    expect(searchOf(read(''))).toBe('')
  })

  it('count pages from one', () => {
    expect(searchOf({ page: 1 })).toBe('?page=2')
    expect(read('?page=2').page).toBe(1)
  })

  it.each(['?page=0', '?page=-1', '?page=x', '?page=1.5', '?page=99999', '?sort=colour', '?minPrice=cheap', '?maxPrice=-3', '?inStock=maybe', '?q=%20'])(
    'ignore the nonsense in %s',
    (search) => expect(read(search)).toEqual({ page: 0 }),
  )

  it('take what the API takes, and no more', () => {
    expect(read(`?q=${'x'.repeat(200)}&category=${'x'.repeat(60)}&minPrice=1234567890.12`)).toMatchObject({
      q: 'x'.repeat(200),
      category: 'x'.repeat(60),
      minPrice: '1234567890.12',
    })
    expect(read(`?q=${'x'.repeat(201)}&category=${'x'.repeat(61)}&minPrice=12345678901`)).toEqual({ page: 0 })
  })

  it('begin at the first page when they change', () => {
    expect(refined({ category: 'Kitchen', page: 4 }, { sort: 'price' })).toEqual({ category: 'Kitchen', sort: 'price', page: 0 })
    expect(refined({ category: 'Kitchen', page: 4 }, { category: undefined })).toEqual({ page: 0 })
  })
})

describe('page count', () => {
  it('ends where the API ends', () => {
    expect(pageCount(0)).toBe(0)
    expect(pageCount(PAGE_SIZE + 1)).toBe(2)
    expect((pageCount(1_000_000) - 1) * PAGE_SIZE).toBeLessThanOrEqual(10_000)
  })
})

describe('typed prices', () => {
  it.each([
    ['12', '12'],
    [' 12,50 ', '12.50'],
    ['', undefined],
    ['ten', undefined],
  ])('"%s" is %s', (typed, price) => expect(parsePrice(typed)).toBe(price))
})
