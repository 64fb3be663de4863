import { useSyncExternalStore } from 'react'
import { session, type Session } from './session'

/** Query keys of what belongs to the customer start with this; it is forgotten when the session ends. */
export const MINE = 'mine'

/** The running session; renders again when it begins or ends. */
export function useSession(): Session | null {
  return useSyncExternalStore(session.onChange, session.current)
}
