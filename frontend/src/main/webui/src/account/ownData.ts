import { api, unwrap } from '../api/client'
import type { Order } from '../api/types'

const PAGE_SIZE = 100

/** Everything that the shop keeps about the customer, of every service that keeps something. */
export async function ownData() {
  const [account, cart, orders] = await Promise.all([
    unwrap(api.GET('/api/v1/auth/me/export')),
    unwrap(api.GET('/api/v1/cart')),
    ownOrders(),
  ])
  return { ...account, cart, orders }
}

async function ownOrders(): Promise<Order[]> {
  const orders: Order[] = []
  let after = ''
  do {
    const page = await unwrap(api.GET('/api/v1/orders', { params: { query: { size: PAGE_SIZE, ...(after ? { after } : {}) } } }))
    orders.push(...page.items)
    after = page.nextCursor ?? ''
  } while (after)
  return orders
}

/** Hands the customer a file. */
export function saveFile(name: string, content: string, type: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
