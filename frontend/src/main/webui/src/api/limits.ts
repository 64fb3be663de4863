import { limits as auth } from './generated/auth-service.limits'
import { limits as orders } from './generated/orders-api.limits'
import { limits as products } from './generated/products-api.limits'

/** What the API takes, out of its contract; lengths as JavaScript and Java count them, but characters of a password. */
export const REGISTRATION = auth.Registration
export const ADDRESS = orders.ShippingAddress
export const QUANTITY = orders.CartQuantity.quantity
export const SEARCH = products.searchProducts

/** How many characters a text has to a person: an emoji is one. */
export function characterCount(text: string): number {
  return [...text].length
}
