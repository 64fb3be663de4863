import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { unwrap } from '../../api/client'
import { sentenceOf } from '../../api/sentence'
import type { Order, OrderPage, OrderStatus } from '../../api/types'
import { MINE } from '../../api/useSession'
import { showToast } from '../../design/toasts'
import { useTranslation } from '../../design/translation'
import { staff } from '../staffApi'

/** What narrows the queue; the page's address is its only home. */
export interface QueueFilters {
  status?: OrderStatus
  userId?: string
}

export type Move = 'ship' | 'deliver'

const PAGE_SIZE = 25
const STATUSES: Record<OrderStatus, true> = { PENDING: true, CONFIRMED: true, SHIPPED: true, DELIVERED: true, CANCELLED: true, REJECTED: true }
export const ORDER_STATUSES = Object.keys(STATUSES) as OrderStatus[]
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const queueKey = [MINE, 'staff', 'orders']
const orderKey = (id: string) => [MINE, 'staff', 'order', id]

/** Reads an address; whatever makes no sense in it is as good as absent. */
export function queueFiltersFrom(search: URLSearchParams): QueueFilters {
  const status = ORDER_STATUSES.find((known) => known === search.get('status'))
  const userId = search.get('userId')?.match(UUID)?.[0]
  return { ...(status && { status }), ...(userId && { userId }) }
}

export function queueQuery(filters: QueueFilters) {
  return infiniteQueryOptions({
    queryKey: [...queueKey, filters],
    queryFn: ({ pageParam }) =>
      unwrap(staff().GET('/api/v1/admin/orders', { params: { query: { ...filters, size: PAGE_SIZE, ...(pageParam ? { after: pageParam } : {}) } } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

export function staffOrderQuery(id: string) {
  return queryOptions({
    queryKey: orderKey(id),
    queryFn: () => unwrap(staff().GET('/api/v1/admin/orders/{id}', { params: { path: { id } } })),
  })
}

/** Part of its order: read again with it. */
export function staffHistoryQuery(id: string) {
  return queryOptions({
    queryKey: [...orderKey(id), 'history'],
    queryFn: async () => (await unwrap(staff().GET('/api/v1/admin/orders/{id}/history', { params: { path: { id } } }))).items,
  })
}

/** What can be done next with an order by those who pack and send. */
export function nextMove({ status }: Order): Move | undefined {
  return status === 'CONFIRMED' ? 'ship' : status === 'SHIPPED' ? 'deliver' : undefined
}

/** Ships or delivers an order. What was done stays in the list, so that it is seen. */
export function useMove({ id, number }: Order, onMoved?: () => void) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (move: Move) => unwrap(staff().POST(`/api/v1/admin/orders/{id}/${move}`, { params: { path: { id } } })),
    onSuccess: (moved, move) => {
      takeMoved(queryClient, moved)
      showToast(t(`staff.orders.done.${move}`, { number }))
      onMoved?.()
    },
    onError: async (error) => {
      showToast(sentenceOf(error, t))
      await queryClient.invalidateQueries({ queryKey: [MINE, 'staff'] })
    },
  })
}

/** Shows an order as it is now, wherever it is shown. */
export function takeMoved(queryClient: QueryClient, moved: Order): void {
  queryClient.setQueryData(orderKey(moved.id), moved)
  void queryClient.invalidateQueries({ queryKey: [...orderKey(moved.id), 'history'] })
  const exchange = (order: Order) => (order.id === moved.id ? moved : order)
  queryClient.setQueriesData<InfiniteData<OrderPage>>({ queryKey: queueKey }, (queue) =>
    queue && { ...queue, pages: queue.pages.map((page) => ({ ...page, items: page.items.map(exchange) })) },
  )
}
