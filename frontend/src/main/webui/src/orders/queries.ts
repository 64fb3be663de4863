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

/** Part of its order: read again with it. */
export function historyQuery(id: string) {
  return queryOptions({
    queryKey: [...orderKey(id), 'history'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/orders/{id}/history', { params: { path: { id } } }))).items,
  })
}

/** The pictures of products, those that are still in the shop, by their ids. */
export function picturesQuery(ids: string[]) {
  return queryOptions({
    queryKey: ['pictures', ids],
    queryFn: async ({ signal }) => {
      const { items } = await unwrap(api.GET('/api/v1/products', { params: { query: { id: ids, size: ids.length } }, signal }))
      return new Map(items.map(({ id, imageUrl }) => [id, imageUrl]))
    },
    staleTime: 300_000,
    // An order is read without them too.
    retry: false,
  })
}

export function orderQuery(id: string) {
  return queryOptions({
    queryKey: orderKey(id),
    queryFn: () => unwrap(api.GET('/api/v1/orders/{id}', { params: { path: { id } } })),
  })
}
