import type { Order } from '../api/types'

/** Whether an order has cost something, if only for a while. */
export function hasInvoice({ status, total }: Order): boolean {
  return status !== 'PENDING' && status !== 'REJECTED' && total !== undefined
}
