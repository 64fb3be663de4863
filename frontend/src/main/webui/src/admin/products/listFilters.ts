import { filtersFrom, searchOf, type Filters } from '../../catalogue/filters'

/** As an address has them: all products, those to be had, those sold out. */
export const STOCKS = ['', 'true', 'false'] as const

/** As the shop's lists read their address; staff see what is sold out alone, too. */
export function listFiltersFrom(search: URLSearchParams): Filters {
  const filters = filtersFrom(search)
  return search.get('inStock') === 'false' ? { ...filters, inStock: false } : filters
}

/** The address of the list with these filters. */
export function listAddress(filters: Filters): string {
  const search = new URLSearchParams(searchOf(filters))
  if (filters.inStock === false) search.set('inStock', 'false')
  const text = search.toString()
  return text ? `/admin/products?${text}` : '/admin/products'
}

export const isSearch = ({ q }: Filters): boolean => q !== undefined
