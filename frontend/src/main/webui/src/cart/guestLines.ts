import { QUANTITY } from '../api/limits'
import { browserStorage } from '../design/storage'
import { GUEST_CART } from './useCart'

/** As many lines as the cart of a customer can have. */
export const MOST_LINES = 100

const A_UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** How many of a product somebody without a session has chosen. */
export interface GuestLine {
  productId: string
  quantity: number
  /** Set while a customer's cart is being told of it: until it is known that it has heard, it may have or not. */
  told?: Told
}

/** Whose cart had how many of it, and how many it shall have. */
export interface Told {
  userId: string
  before: number
  after: number
}

/** The cart of somebody without a session, as the browser keeps it. What others have written there is taken as far as it makes sense. */
export const guestLines = {
  read(): GuestLine[] {
    const lines = stored().map(lineIn).filter((line) => line !== null)
    const byProduct = new Map(lines.map((line) => [line.productId, line]))
    return [...byProduct.values()].slice(0, MOST_LINES)
  },

  write(lines: readonly GuestLine[]): void {
    if (lines.length > 0) browserStorage.set(GUEST_CART, JSON.stringify(lines))
    else browserStorage.remove(GUEST_CART)
  },

  /** Puts a line in the place of the one of its product, or at the end; one of none takes it out. */
  put(line: GuestLine): void {
    const lines = guestLines.read()
    const place = lines.findIndex(({ productId }) => productId === line.productId)
    lines.splice(place < 0 ? lines.length : place, 1, line)
    guestLines.write(lines.filter(({ quantity }) => quantity > 0))
  },
}

function stored(): unknown[] {
  try {
    const lines: unknown = JSON.parse(browserStorage.get(GUEST_CART) ?? '[]')
    return Array.isArray(lines) ? lines : []
  } catch {
    return []
  }
}

function lineIn(found: unknown): GuestLine | null {
  if (typeof found !== 'object' || found === null) return null
  const { productId, quantity, told } = found as Partial<Record<keyof GuestLine, unknown>>
  const isProduct = typeof productId === 'string' && A_UUID.test(productId)
  if (!isProduct || !isCount(quantity) || quantity < QUANTITY.minimum) return null
  return { productId, quantity, ...(isTold(told) && { told }) }
}

function isTold(found: unknown): found is Told {
  if (typeof found !== 'object' || found === null) return false
  const { userId, before, after } = found as Partial<Record<keyof Told, unknown>>
  return typeof userId === 'string' && isCount(before) && isCount(after)
}

function isCount(found: unknown): found is number {
  return typeof found === 'number' && Number.isInteger(found) && found >= 0 && found <= QUANTITY.maximum
}
