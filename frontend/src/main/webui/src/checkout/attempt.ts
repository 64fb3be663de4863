import type { Cart, Money, OrderRequest } from '../api/types'
import { tabStorage } from '../design/storage'

/** One wish to order, from the click until its outcome is known: what was sent under which key, and which prices were shown. */
export interface Attempt {
  /** The Idempotency-Key. The same key with the same body is the same order, however often it is sent. */
  key: string
  body: OrderRequest
  /** Unit prices by product. */
  prices: Record<string, Money>
}

/** A new wish to order exactly this cart at exactly these prices. */
export function newAttempt(cart: Cart, { shippingAddress, payment }: Pick<OrderRequest, 'shippingAddress' | 'payment'>): Attempt {
  const priced = cart.items.flatMap(({ productId, unitPrice }) => (unitPrice ? [[productId, unitPrice] as const] : []))
  return {
    key: randomUuid(),
    body: { shippingAddress, payment, expectedTotal: cart.total, cartVersion: cart.version },
    prices: Object.fromEntries(priced),
  }
}

/**
 * The attempts whose outcome is not known yet, at most one a customer. They outlive a reload and the way through the login, but not this
 * tab: they hold an address. Two tabs are kept apart by the cart's version.
 */
export const openAttempts = {
  of(userId: string): Attempt | null {
    try {
      const stored: unknown = JSON.parse(tabStorage.get(storageKey(userId)) ?? 'null')
      return isAttempt(stored) ? stored : null
    } catch {
      return null
    }
  },

  keep(userId: string, attempt: Attempt): void {
    tabStorage.set(storageKey(userId), JSON.stringify(attempt))
  },

  /** The outcome is known. */
  settle(userId: string): void {
    tabStorage.remove(storageKey(userId))
  },
}

function storageKey(userId: string): string {
  return `cloudshop.checkoutAttempt.${userId}`
}

function isAttempt(value: unknown): value is Attempt {
  const { key, body, prices } = (value ?? {}) as Partial<Attempt>
  return typeof key === 'string' && Boolean(body?.shippingAddress && body.payment && body.expectedTotal && prices)
}

/** A version 4 UUID; unlike crypto.randomUUID it works on plain HTTP too. */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
