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
let refused = false
const listeners = new Set<Listener>()

export const session = {
  /** The running session, or null when there is none or its token has expired. */
  current(): Session | null {
    return current && current.expiresAt > Date.now() ? current : null
  },

  /** Whose session this is, also after its token has expired; a token that does not say it stands for itself. */
  userId(): string | null {
    return current && (subjectOf(current.accessToken) ?? current.accessToken)
  },

  /** Whether the session has ended by itself, not by a logout. */
  hasLapsed(): boolean {
    return refused || (current !== null && session.current() === null)
  },

  begin(accessToken: string, expiresInSeconds: number): void {
    refused = false
    store({ accessToken, expiresAt: Date.now() + expiresInSeconds * 1000 - CLOCK_SKEW_MS })
  },

  end(): void {
    refused = false
    store(null)
  },

  /** The server does not accept this token, or asks for one; a session that has begun since is another matter. */
  refuse(accessToken: string | null): void {
    if ((session.current()?.accessToken ?? null) !== accessToken) return
    refused = current !== null
    store(null)
  },

  onChange(listener: Listener): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function store(next: Session | null): void {
  current = next
  if (next) sessionStorage.setItem(STORAGE_KEY, JSON.stringify(next))
  else sessionStorage.removeItem(STORAGE_KEY)
  listeners.forEach((notify) => notify())
}

/** The "sub" claim of a JWT (RFC 7519); only the server can tell whether it is true. */
function subjectOf(accessToken: string): string | null {
  try {
    const payload = accessToken.split('.')[1] ?? ''
    const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { sub?: unknown }
    return typeof claims.sub === 'string' ? claims.sub : null
  } catch {
    return null
  }
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
