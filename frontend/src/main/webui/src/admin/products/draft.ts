import { characterCount } from '../../api/limits'
import type { Product, ProductInput } from '../../api/types'
import { parsePrice } from '../../catalogue/filters'
import { PRODUCT } from '../limits'

export const PRODUCT_FIELDS = ['name', 'sku', 'category', 'price', 'description', 'imageUrl'] as const
export type ProductField = (typeof PRODUCT_FIELDS)[number]

/** A product as it is typed. */
export type ProductDraft = Record<ProductField, string>

export const EMPTY_DRAFT: ProductDraft = { name: '', sku: '', category: '', price: '', description: '', imageUrl: '' }

const REQUIRED: ProductField[] = ['name', 'sku', 'category', 'price']
const SKU = new RegExp(`^${PRODUCT.sku.pattern}$`)

export function draftOf({ name, sku, category, price, description, imageUrl = '' }: Product): ProductDraft {
  return { name, sku, category, price: price.amount, description, imageUrl }
}

/** What the API takes. Without a stock it stays as it is. */
export function inputOf({ name, sku, category, price, description, imageUrl }: ProductDraft, currency: string): ProductInput {
  return {
    name: name.trim(),
    sku: sku.trim(),
    category: category.trim(),
    price: { amount: parsePrice(price) ?? price, currency },
    description,
    ...(imageUrl.trim() && { imageUrl: imageUrl.trim() }),
  }
}

/** How many characters a field takes, where its length is what decides. */
export function longest(field: ProductField): number | undefined {
  return field === 'price' || field === 'sku' ? undefined : PRODUCT[field].maxLength
}

export type DraftErrors = Partial<Record<ProductField, string>>

/** What is wrong before the server is asked, as message keys; the server has the last word. */
export function checkDraft(draft: ProductDraft): DraftErrors {
  const errors: DraftErrors = {}
  for (const field of PRODUCT_FIELDS) {
    if (characterCount(draft[field]) > (longest(field) ?? Infinity)) errors[field] = 'staff.products.tooLong'
  }
  if (!SKU.test(draft.sku.trim())) errors.sku = 'staff.products.badSku'
  if (!parsePrice(draft.price)) errors.price = 'staff.products.badPrice'
  for (const field of REQUIRED) if (!draft[field].trim()) errors[field] = 'account.required'
  return errors
}
