import type { QueryClient } from '@tanstack/react-query'
import { QUANTITY } from '../api/limits'
import { hasSlug, ProblemError } from '../api/problem'
import type { Order } from '../api/types'
import { setQuantity } from '../cart/changes'
import { cartQuery } from '../cart/useCart'

type OrderLine = Order['lines'][number]

/** Puts into the cart what was ordered, besides what is in it already and as far as it is to be had; returns the lines of which nothing was. */
export async function buyAgain(queryClient: QueryClient, lines: readonly OrderLine[]): Promise<OrderLine[]> {
  const cart = await queryClient.fetchQuery({ ...cartQuery, staleTime: 0 })
  const missing: OrderLine[] = []
  for (const line of lines) {
    const there = cart.items.find(({ productId }) => productId === line.productId)
    const inCart = there?.quantity ?? 0
    const most = Math.min(there?.available ?? QUANTITY.maximum, QUANTITY.maximum)
    const quantity = Math.min(inCart + line.quantity, most)
    if (quantity <= inCart || !(await isTaken(line.productId, quantity))) missing.push(line)
  }
  return missing
}

/** A product that has left the shop is none to give up the others for. */
async function isTaken(productId: string, quantity: number): Promise<boolean> {
  try {
    await setQuantity(productId, quantity)
    return true
  } catch (error) {
    if (hasSlug(error, 'unknown-product') || (error instanceof ProblemError && error.status === 404)) return false
    throw error
  }
}
