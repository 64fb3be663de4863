import type { Cart, CartLine, Money } from '../api/types'

/** How many of a line there shall be; none removes it. */
export interface LineChange {
  line: CartLine
  quantity: number
  /** Where it stood before it was removed. */
  index?: number
}

/** The cart as it will be, at the prices that are known; the server has the last word. */
export function withChange(cart: Cart, { line, quantity, index }: LineChange): Cart {
  const before = cart.items.find(({ productId }) => productId === line.productId)
  const after = quantity > 0 ? withQuantity(before ?? line, quantity) : undefined
  const place = before ? cart.items.indexOf(before) : (index ?? cart.items.length)
  const items = cart.items.filter((other) => other !== before)
  if (after) items.splice(place, 0, after)
  const total = withUnits(cart.total, unitsOf(cart.total) - unitsOf(before?.lineTotal) + unitsOf(after?.lineTotal))
  return { ...cart, items, total }
}

function withQuantity({ problem, ...line }: CartLine, quantity: number): CartLine {
  const { unitPrice, available } = line
  return {
    ...line,
    quantity,
    ...(unitPrice && { lineTotal: withUnits(unitPrice, unitsOf(unitPrice) * quantity) }),
    ...(problem && !(problem === 'short' && quantity <= available) && { problem }),
  }
}

/** In cents, or what the currency has: whole numbers do not lose any. */
function unitsOf(money: Money | undefined): number {
  return money ? Math.round(Number(money.amount) * 10 ** digitsOf(money)) : 0
}

/** None of this currency. */
export const zeroOf = (money: Money): Money => withUnits(money, 0)

function withUnits(money: Money, units: number): Money {
  const digits = digitsOf(money)
  return { ...money, amount: (units / 10 ** digits).toFixed(digits) }
}

const digitsOf = ({ amount }: Money) => amount.split('.')[1]?.length ?? 0
