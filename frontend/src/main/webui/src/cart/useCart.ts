import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query'
import { api, unwrap } from '../api/client'
import { session } from '../api/session'
import { tabs } from '../api/tabs'
import type { Cart } from '../api/types'
import { MINE, useSession, useStanding } from '../api/useSession'
import { browserStorage } from '../design/storage'

/** The key in the browser's storage of what somebody without a session has chosen. */
export const GUEST_CART = 'cloudshop.guestCart'

export const EMPTY_CART: Cart = { items: [], total: { amount: '0.00', currency: 'EUR' }, version: '' }

export const cartQuery = queryOptions({
  queryKey: [MINE, 'cart'],
  // Most visitors have chosen nothing without a session, and load nothing for it.
  queryFn: async () => (browserStorage.get(GUEST_CART) ? (await import('./readCart')).readCart() : session.current() ? readOwnCart() : EMPTY_CART),
  // Stock and prices move while the page is open.
  staleTime: 5_000,
  // Another device may have ordered it.
  refetchOnWindowFocus: 'always',
})

export const readOwnCart = () => unwrap(api.GET('/api/v1/cart'))

/** The customer's cart, without a session the one that the browser keeps; nothing while it is not known which. */
export function useCart() {
  // Another customer's session is another cart, though it stands as before.
  const owner = useSession()
  const standing = useStanding()
  return useQuery({ ...cartQuery, enabled: owner !== null || !['resuming', 'unreachable'].includes(standing) })
}

/** Reads the cart again, here and in the other tabs. */
export function cartChanged(queryClient: QueryClient): Promise<void> {
  tabs.tell({ kind: 'changed' })
  return queryClient.invalidateQueries({ queryKey: cartQuery.queryKey })
}
