import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../api/client'
import { MINE } from '../api/useSession'

const PAGE_SIZE = 20

export const ordersKey = [MINE, 'orders']

export const orderKey = (id: string) => [MINE, 'order', id]

export const ordersQuery = infiniteQueryOptions({
  queryKey: ordersKey,
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/api/v1/orders', { params: { query: { size: PAGE_SIZE, ...(pageParam ? { after: pageParam } : {}) } } })),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor ?? undefined,
})

export function orderQuery(id: string) {
  return queryOptions({
    queryKey: orderKey(id),
    queryFn: () => unwrap(api.GET('/api/v1/orders/{id}', { params: { path: { id } } })),
  })
}
