import { SEARCH } from '../api/limits'

/** What narrows and orders a product list. The page's address is its only home, so that every list can be linked to. */
export interface Filters {
  q?: string
  category?: string
  /** Decimal amounts, as the customer typed them. */
  minPrice?: string
  maxPrice?: string
  inStock?: boolean
  sort?: Sort
  /** Counted from zero; the address counts from one. */
  page: number
}

export const SORTS = ['name', '-name', 'price', '-price', 'newest'] as const
export type Sort = (typeof SORTS)[number]

export const PAGE_SIZE = 24
/** The API shows no further than offset 10 000. */
const LAST_PAGE = Math.floor(10_000 / PAGE_SIZE)

const PRICE = new RegExp(SEARCH.minPrice.pattern)

/** Reads an address; whatever makes no sense in it is as good as absent. */
export function filtersFrom(search: URLSearchParams): Filters {
  const page = Number(search.get('page') ?? 1)
  const sort = SORTS.find((known) => known === search.get('sort'))
  const text = (name: 'q' | 'category') => {
    const value = search.get(name)?.trim() ?? ''
    return value.length <= SEARCH[name].maxLength ? value || undefined : undefined
  }
  const price = (name: string) => search.get(name)?.match(PRICE)?.[0]

  return {
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE + 1 ? page - 1 : 0,
    ...defined({
      q: text('q'),
      category: text('category'),
      minPrice: price('minPrice'),
      maxPrice: price('maxPrice'),
      inStock: search.get('inStock') === 'true' || undefined,
      sort,
    }),
  }
}

/** The address that shows these filters: "?category=Kitchen&page=2"; nothing at all for the whole shop. */
export function searchOf({ page, ...filters }: Filters): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) {
    if (value) search.set(name, String(value))
  }
  if (page > 0) search.set('page', String(page + 1))
  const text = search.toString()
  return text ? `?${text}` : ''
}

/** Other filters than before; they always begin at the first page. */
export function refined(filters: Filters, changes: { [Name in keyof Filters]?: Filters[Name] | undefined }): Filters {
  return { ...defined({ ...filters, ...changes }), page: 0 } as Filters
}

export function isFiltered({ category, minPrice, maxPrice, inStock }: Filters): boolean {
  return Boolean(category || minPrice || maxPrice || inStock)
}

/** How many pages the API would show of so many products. */
export function pageCount(total: number): number {
  return Math.min(Math.ceil(total / PAGE_SIZE), LAST_PAGE + 1)
}

/** A price as customers type it, with a comma too, made what the API reads; undefined when it is none. */
export function parsePrice(typed: string): string | undefined {
  return typed.trim().replace(',', '.').match(PRICE)?.[0]
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>
}
