import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../api/client'
import type { Filters } from './filters'

/** How many products of the whole shop each choice would leave, besides what is chosen already. */
export function facetsQuery({ q: _, page: __, sort: ___, ...query }: Filters) {
  return queryOptions({
    queryKey: ['facets', query],
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/products/search', { params: { query: { ...query, size: 1 } }, signal }))).facets,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    // A help that the list does without.
    retry: false,
  })
}
