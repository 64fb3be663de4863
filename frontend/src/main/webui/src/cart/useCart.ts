import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '../api/client'
import { MINE, useSession } from '../api/useSession'

export const cartQuery = queryOptions({
  queryKey: [MINE, 'cart'],
  queryFn: () => unwrap(api.GET('/api/v1/cart')),
  // Stock and prices move while the page is open.
  staleTime: 5_000,
})

/** The customer's cart; without a session there is none to ask for. */
export function useCart() {
  return useQuery({ ...cartQuery, enabled: useSession() !== null })
}

export function setQuantity(productId: string, quantity: number) {
  return unwrap(api.PUT('/api/v1/cart/items/{productId}', { params: { path: { productId } }, body: { quantity } }))
}

export function removeLine(productId: string) {
  return unwrap(api.DELETE('/api/v1/cart/items/{productId}', { params: { path: { productId } } }))
}

/** Sets a line's quantity; zero removes it. The cart is read again afterwards, with current prices and stock. */
export function useChangeLine() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ productId, quantity }: { productId: string; quantity: number }): Promise<unknown> =>
      quantity > 0 ? setQuantity(productId, quantity) : removeLine(productId),
    onSettled: () => queryClient.invalidateQueries({ queryKey: cartQuery.queryKey }),
  })
}
