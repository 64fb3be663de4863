import type { Problem } from '../api/problem'
import type { Cart, Money } from '../api/types'
import type { Attempt } from './attempt'

export interface PriceChange {
  productId: string
  name: string
  before: Money | undefined
  now: Money
}

/** The lines that cost something else now than when they were ordered. */
export function changedPrices({ prices }: Attempt, { lines = [] }: Problem): PriceChange[] {
  return lines.flatMap(({ productId, name, unitPrice }) => {
    const before = prices[productId]
    return before?.amount === unitPrice.amount ? [] : [{ productId, name, before, now: unitPrice }]
  })
}

/** The cart at the prices at which the server will take the order. */
export function repriced(cart: Cart, { lines = [], total = cart.total }: Problem): Cart {
  const items = cart.items.map((item) => {
    const line = lines.find(({ productId }) => productId === item.productId)
    return line ? { ...item, unitPrice: line.unitPrice, lineTotal: line.lineTotal } : item
  })
  return { ...cart, items, total }
}
