/** What a customer wanted in the cart before logging in; it outlives the way through the login. */
export interface Addition {
  productId: string
  name: string
  quantity: number
}

const STORAGE_KEY = 'cloudshop.pendingAddition'

export function rememberAddition(addition: Addition): void {
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify(addition))
}

/** Hands the addition out once. */
export function takeAddition(): Addition | null {
  const stored = sessionStorage.getItem(STORAGE_KEY)
  sessionStorage.removeItem(STORAGE_KEY)
  return stored ? (JSON.parse(stored) as Addition) : null
}
