import { tabStorage } from '../design/storage'

const STORAGE_KEY = 'cloudshop.reloaded'

/** Loading the whole shop again, for which it remembers that it has done so: what that does not mend, it would not mend twice. */
export const reloads = {
  now(): void {
    window.location.reload()
  },

  once(): void {
    // Who cannot remember it would do it again and again.
    if (tabStorage.set(STORAGE_KEY, 'yes')) reloads.now()
  },

  wasTried: (): boolean => tabStorage.get(STORAGE_KEY) !== null,

  forget(): void {
    tabStorage.remove(STORAGE_KEY)
  },
}

/** Whether the shop answers; a browser that says it is online may be so without it. */
export async function shopAnswers(): Promise<boolean> {
  try {
    return (await fetch('/config.json', { cache: 'no-store', signal: AbortSignal.timeout(5_000) })).ok
  } catch {
    return false
  }
}
