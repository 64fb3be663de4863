/**
 * What the API takes from staff. Written down here and not taken out of its contract as customers' limits are, since that would go with what
 * every visitor loads; a test compares.
 */
export const PRODUCT = {
  sku: { pattern: '[A-Za-z0-9-]{3,32}' },
  name: { maxLength: 200 },
  description: { maxLength: 5000 },
  category: { maxLength: 60 },
  stock: { maximum: 1000000 },
  imageUrl: { maxLength: 500 },
} as const

export const ADJUSTMENT = { delta: { maximum: 1000000 }, reason: { maxLength: 200 } } as const

export const USER_SEARCH = { maxLength: 254 } as const
