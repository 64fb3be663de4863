const STORAGE_KEY = 'cloudshop.checkoutAttempt'

interface Attempt {
  key: string
  input: string
}

/**
 * The Idempotency-Key of the checkout that is under way. The same input keeps its key until the server has decided, also over a reload,
 * so that trying again after a lost connection cannot order twice; other input is another attempt.
 */
export const checkoutAttempt = {
  keyFor(input: unknown): string {
    const text = JSON.stringify(input)
    const running = restore()
    if (running?.input === text) return running.key
    const key = randomUuid()
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify({ key, input: text } satisfies Attempt))
    return key
  },

  /** The server has answered for good: what comes next is a new attempt. */
  settle(): void {
    sessionStorage.removeItem(STORAGE_KEY)
  },
}

function restore(): Attempt | null {
  const stored = sessionStorage.getItem(STORAGE_KEY)
  return stored ? (JSON.parse(stored) as Attempt) : null
}

/** A version 4 UUID; unlike crypto.randomUUID it works on plain HTTP too. */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
