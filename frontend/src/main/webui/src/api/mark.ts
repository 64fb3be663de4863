import { browserStorage } from '../design/storage'

/**
 * What the browser remembers of a session from one visit to the next, none of it a secret: that there may be one ("open"), so that nobody
 * else asks the server for one, or that its customer has left and the server does not know yet ("leaving").
 */
export type Mark = 'open' | 'leaving'

const MARK_KEY = 'cloudshop.session'
const REFRESH_KEY = 'cloudshop.refreshSentAt'

export const mark = {
  read(): Mark | null {
    const stored = browserStorage.get(MARK_KEY)
    return stored === 'open' || stored === 'leaving' ? stored : null
  },

  set(next: Mark | null): void {
    write(MARK_KEY, next)
  },

  /** When a refresh was sent that nobody has heard the answer to; 0 for none. Epoch milliseconds. */
  refreshSentAt(): number {
    return Number(browserStorage.get(REFRESH_KEY)) || 0
  },

  setRefreshSentAt(instant: number | null): void {
    write(REFRESH_KEY, instant === null ? null : String(instant))
  },
}

function write(key: string, value: string | null): void {
  if (value) browserStorage.set(key, value)
  else browserStorage.remove(key)
}
