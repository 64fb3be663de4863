import { tabStorage } from '../design/storage'

const PREFIX = 'cloudshop.checkoutDraft.'

/** What customers have filled in so far, for this tab: it outlives a reload and the way through the login, not a logout. */
export const drafts = {
  /** What this customer has filled in; what is missing or damaged is taken from the empty form. */
  of<Form extends Record<string, string>>(userId: string, empty: Form): Form {
    const stored = read(userId)
    return Object.fromEntries(
      Object.entries(empty).map(([field, value]) => [field, typeof stored[field] === 'string' ? stored[field] : value]),
    ) as Form
  },

  keep(userId: string, form: Record<string, string>): void {
    tabStorage.set(PREFIX + userId, JSON.stringify(form))
  },

  forgetAll(): void {
    tabStorage
      .keys()
      .filter((key) => key.startsWith(PREFIX))
      .forEach((key) => tabStorage.remove(key))
  },
}

function read(userId: string): Record<string, unknown> {
  try {
    return (JSON.parse(tabStorage.get(PREFIX + userId) ?? 'null') as Record<string, unknown> | null) ?? {}
  } catch {
    return {}
  }
}
