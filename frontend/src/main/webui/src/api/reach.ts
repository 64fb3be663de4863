import { KEPT } from '../offline/messages'

let hasHeardKept = false
const listeners = new Set<() => void>()

/** Whether the shop can be reached, as far as this page has noticed. */
export const reach = {
  isLost: (): boolean => hasHeardKept || !navigator.onLine,

  hear(answer: Response): void {
    note(answer.headers.has(KEPT))
  },

  onChange(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function note(isKept: boolean): void {
  hasHeardKept = isKept
  listeners.forEach((notify) => notify())
}

/** What was kept is as good as forgotten then: it is asked for again. */
const changed = () => note(false)
addEventListener('online', changed)
addEventListener('offline', changed)
