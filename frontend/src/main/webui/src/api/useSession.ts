import { useSyncExternalStore } from 'react'
import { session, type Session, type Standing } from './session'

/** Query keys of what belongs to the customer start with this; it is forgotten when the session ends. */
export const MINE = 'mine'

/** The running session; renders again when it begins, ends or gets its next token. */
export function useSession(): Session | null {
  return useSyncExternalStore(session.onChange, session.current)
}

/** Where this tab stands; renders again when that changes. */
export function useStanding(): Standing {
  return useSyncExternalStore(session.onChange, session.standing)
}
