import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../api/client'
import { PAGE_SIZE, type Filters } from './filters'

export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/categories', { signal })),
  staleTime: 300_000,
})

export function productsQuery(filters: Filters, size = PAGE_SIZE) {
  const { q: _, ...query } = filters
  return queryOptions({
    queryKey: ['products', query, size],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/products', { params: { query: { ...query, size } }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function searchQuery(filters: Filters) {
  return queryOptions({
    queryKey: ['search', filters],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/products/search', { params: { query: { ...filters, size: PAGE_SIZE } }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function productQuery(id: string) {
  return queryOptions({
    queryKey: ['product', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/products/{id}', { params: { path: { id } }, signal })),
  })
}
