import { session } from '../api/session'
import type { Cart } from '../api/types'
import { readGuestCart } from './guestCart'
import { mergeGuestCart } from './mergeGuestCart'
import { readOwnCart } from './useCart'

/** The cart where something was chosen without a session: a customer has it in the own one first. Where that fails, there is what the server has. */
export async function readCart(): Promise<Cart> {
  if (!session.current()) return readGuestCart()
  await mergeGuestCart().catch(() => undefined)
  return readOwnCart()
}
