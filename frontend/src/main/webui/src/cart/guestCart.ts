import { api, unwrap } from '../api/client'
import { ProblemError } from '../api/problem'
import { session } from '../api/session'
import { inGuestCartTurn } from '../api/turn'
import type { Cart, CartLine, Product } from '../api/types'
import { guestLines, MOST_LINES, type GuestLine } from './guestLines'
import { withChange, zeroOf } from './lineChange'
import { EMPTY_CART } from './useCart'

const ANSWER_WITHIN_MS = 10_000
/** An address may have 4 kB. */
const ASKED_AT_ONCE = 50

/** The guest's cart with names, prices and stock as they are now. */
export async function readGuestCart(): Promise<Cart> {
  const lines = guestLines.read()
  const products = await productsOf(lines)
  const offered = lines.map((line) => lineOf(line, products.get(line.productId)))
  const [first] = products.values()
  const empty = first ? { ...EMPTY_CART, total: zeroOf(first.price) } : EMPTY_CART
  return offered.reduce((cart, line) => withChange(cart, { line, quantity: line.quantity }), empty)
}

/** Sets how many of a product are in the guest's cart; none takes it out. */
export function setGuestQuantity(productId: string, quantity: number): Promise<undefined> {
  return inGuestCartTurn(async (): Promise<undefined> => {
    // Somebody has logged in while this waited for its turn, and what the line was is in the customer's cart.
    if (session.current()) throw new ProblemError(409, {}, null)
    const lines = guestLines.read()
    const line = lines.find((line) => line.productId === productId)
    if (!line && lines.length >= MOST_LINES) throw new ProblemError(422, { type: 'cart-full' }, null)
    guestLines.put({ ...line, productId, quantity })
  })
}

/** The products of these lines as they are offered now, by id; without those that have left the shop. */
export async function productsOf(lines: readonly GuestLine[]): Promise<Map<string, Product>> {
  const ids = lines.map(({ productId }) => productId)
  const parts = Array.from({ length: Math.ceil(ids.length / ASKED_AT_ONCE) }, (_, part) => ids.slice(part * ASKED_AT_ONCE, (part + 1) * ASKED_AT_ONCE))
  const pages = await Promise.all(parts.map(productsBy))
  return new Map(pages.flatMap(({ items }) => items).map((product) => [product.id, product]))
}

function productsBy(id: string[]) {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
  return unwrap(api.GET('/api/v1/products', { params: { query: { id, size: ASKED_AT_ONCE } }, signal }))
}

function lineOf({ productId, quantity }: GuestLine, product: Product | undefined): CartLine {
  if (!product) return { productId, quantity, available: 0, problem: 'gone' }
  const { sku, name, imageUrl, price, stock } = product
  return {
    ...{ productId, sku, name, quantity, unitPrice: price, available: stock },
    ...(imageUrl && { imageUrl }),
    ...(quantity > stock && { problem: 'short' }),
  }
}
