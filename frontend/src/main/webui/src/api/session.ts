/** Who is logged in: the access token, kept for this tab only, until it expires or the customer logs out. */
export interface Session {
  accessToken: string
  /** Epoch milliseconds. */
  expiresAt: number
}

const STORAGE_KEY = 'cloudshop.session'
const CLOCK_SKEW_MS = 5_000

type Listener = () => void

let current: Session | null = restore()
const changeListeners = new Set<Listener>()
const expiryListeners = new Set<Listener>()

export const session = {
  /** The running session, or null when there is none or its token has expired. */
  current(): Session | null {
    return current && current.expiresAt > Date.now() ? current : null
  },

  begin(accessToken: string, expiresInSeconds: number): void {
    store({ accessToken, expiresAt: Date.now() + expiresInSeconds * 1000 - CLOCK_SKEW_MS })
  },

  end(): void {
    store(null)
  },

  /** The server no longer accepts the token: ends the session and tells who listens to onExpired. */
  expire(): void {
    store(null)
    expiryListeners.forEach((notify) => notify())
  },

  onChange(listener: Listener): () => void {
    changeListeners.add(listener)
    return () => changeListeners.delete(listener)
  },

  onExpired(listener: Listener): () => void {
    expiryListeners.add(listener)
    return () => expiryListeners.delete(listener)
  },
}

function store(next: Session | null): void {
  current = next
  if (next) sessionStorage.setItem(STORAGE_KEY, JSON.stringify(next))
  else sessionStorage.removeItem(STORAGE_KEY)
  changeListeners.forEach((notify) => notify())
}

function restore(): Session | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null')
    return isSession(stored) ? stored : null
  } catch {
    return null
  }
}

function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false
  const candidate = value as Partial<Session>
  return typeof candidate.accessToken === 'string' && typeof candidate.expiresAt === 'number'
}
