import { browserStorage } from '../design/storage'

const STORAGE_KEY = 'cloudshop.recentSearches'
const KEPT = 5

/** What this browser searched for, the latest first. It stays here and goes nowhere. */
export const recentSearches = {
  read(): readonly string[] {
    try {
      const stored: unknown = JSON.parse(browserStorage.get(STORAGE_KEY) ?? '[]')
      return Array.isArray(stored) ? stored.filter((text) => typeof text === 'string').slice(0, KEPT) : []
    } catch {
      return []
    }
  },

  remember(text: string): void {
    const others = recentSearches.read().filter((other) => other.toLowerCase() !== text.toLowerCase())
    browserStorage.set(STORAGE_KEY, JSON.stringify([text, ...others].slice(0, KEPT)))
  },

  /** Forgets one of them. */
  remove(text: string): void {
    const others = recentSearches.read().filter((other) => other !== text)
    if (others.length === 0) recentSearches.forget()
    else browserStorage.set(STORAGE_KEY, JSON.stringify(others))
  },

  forget(): void {
    browserStorage.remove(STORAGE_KEY)
  },
}
