import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api, unwrap } from '../api/client'
import { isUndecided } from '../api/problem'
import type { Cart, Order, OrderRequest } from '../api/types'
import { cartQuery } from '../cart/useCart'
import { orderKey, ordersKey } from '../orders/queries'
import { checkoutAttempt } from './attempt'

const PATIENCE_MS = 30_000

/** Orders what is in the cart and goes on to the confirmation. */
export function usePlaceOrder(cart: Cart) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()

  return useMutation({
    mutationFn: (request: OrderRequest): Promise<Order> => {
      const lines = cart.items.map(({ productId, quantity }) => [productId, quantity])
      return placeOrder(request, checkoutAttempt.keyFor({ request, lines }))
    },
    onSuccess: async (order) => {
      checkoutAttempt.settle()
      queryClient.setQueryData(orderKey(order.id), order)
      await navigate(`/checkout/done/${order.id}`, { replace: true })
      await queryClient.invalidateQueries({ queryKey: cartQuery.queryKey })
      await queryClient.invalidateQueries({ queryKey: ordersKey })
    },
    onError: (error) => {
      if (!isUndecided(error)) checkoutAttempt.settle()
    },
  })
}

function placeOrder(body: OrderRequest, key: string): Promise<Order> {
  return unwrap(
    api.POST('/api/v1/orders', { params: { header: { 'Idempotency-Key': key } }, body, signal: AbortSignal.timeout(PATIENCE_MS) }),
  )
}
