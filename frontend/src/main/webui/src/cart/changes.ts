import type { MutationOptions, QueryClient } from '@tanstack/react-query'
import { api, unwrap } from '../api/client'
import { session } from '../api/session'
import type { Cart } from '../api/types'
import { MINE } from '../api/useSession'
import { setGuestQuantity } from './guestCart'
import { cartChanged } from './useCart'

/** In the customer's cart, or in the guest's. */
export async function setQuantity(productId: string, quantity: number, signal?: AbortSignal): Promise<Cart | undefined> {
  if (!session.current()) return setGuestQuantity(productId, quantity)
  const request = { params: { path: { productId } }, body: { quantity }, ...(signal && { signal }) }
  return unwrap(api.PUT('/api/v1/cart/items/{productId}', request))
}

export async function removeLine(productId: string): Promise<Cart | undefined> {
  if (!session.current()) return setGuestQuantity(productId, 0)
  return unwrap(api.DELETE('/api/v1/cart/items/{productId}', { params: { path: { productId } } }))
}

/** One change of the cart after the other: each of them counts. */
export const ONE_AFTER_THE_OTHER = { mutationKey: [MINE, 'cart', 'change'], scope: { id: 'cart' } }

/** Makes a change where there is no component to make it, or none for long enough. */
export function perform<Answer, Change>(queryClient: QueryClient, options: MutationOptions<Answer, Error, Change>, change: Change): Promise<Answer> {
  return queryClient.getMutationCache().build(queryClient, options).execute(change)
}

/** Reads the cart again unless another change of it is waiting for its turn. */
export async function afterLastChange(queryClient: QueryClient): Promise<void> {
  if (queryClient.isMutating({ mutationKey: ONE_AFTER_THE_OTHER.mutationKey }) === 1) await cartChanged(queryClient)
}
