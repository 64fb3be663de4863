import { CartQuantity } from './generated/orders-api.limits'

/** What the API takes, out of its contract; lengths in characters of Unicode, of which a text field, counting UTF-16, may take fewer. */
export { Registration as REGISTRATION } from './generated/auth-service.limits'
export { ShippingAddress as ADDRESS } from './generated/orders-api.limits'
export { searchProducts as SEARCH } from './generated/products-api.limits'
export const QUANTITY = CartQuantity.quantity

/** How many characters a text has to a person: an emoji is one. */
export function characterCount(text: string): number {
  return [...text].length
}
