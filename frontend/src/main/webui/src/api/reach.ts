let isMissed = false
const listeners = new Set<() => void>()

/** Whether the shop can be reached, as far as this page has noticed: a browser that says it is online may be so without it. */
export const reach = {
  isLost: (): boolean => isMissed || !navigator.onLine,
  lose: (): void => note(true),
  regain: (): void => note(false),

  onChange(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function note(next: boolean): void {
  isMissed = next
  listeners.forEach((notify) => notify())
}

addEventListener('online', reach.regain)
addEventListener('offline', reach.lose)
