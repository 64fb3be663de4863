import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Order } from '../api/types'
import { followOrder, type OrderEvent } from './followOrder'
import { orderKey, ordersKey } from './queries'
import { isFinal } from './timeline'

/** Keeps an order as it is at the server while it is looked at, for as long as it can change. */
export function useOrderEvents(order: Order | undefined): void {
  const queryClient = useQueryClient()
  const id = order && !isFinal(order.status) ? order.id : undefined

  useEffect(() => {
    if (!id) return
    const leaving = new AbortController()
    void followOrder(id, (event) => void take(queryClient, event), leaving.signal)
    return () => leaving.abort()
  }, [id, queryClient])
}

/** Shows the news at once, then the whole order as it is by now: lines and prices may be new too. */
async function take(queryClient: QueryClient, { orderId, status, at }: OrderEvent): Promise<void> {
  const known = queryClient.getQueryData<Order>(orderKey(orderId))
  if (!known || known.status === status) return
  queryClient.setQueryData(orderKey(orderId), { ...known, status, updatedAt: at })
  await queryClient.invalidateQueries({ queryKey: orderKey(orderId) })
  await queryClient.invalidateQueries({ queryKey: ordersKey })
}
