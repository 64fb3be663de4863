import { lazy, type ReactNode } from 'react'
import { completeMessages } from './i18n/i18n'
import { reloads } from './reloads'

/** The code of a page did not come: no network, or a release has replaced it. */
export class PageNotLoaded extends Error {}

/** A page whose code, and what it says, is loaded when it is visited. */
export function lazyPage(load: () => Promise<{ default: () => ReactNode }>) {
  return lazy(async () => {
    try {
      const [page] = await Promise.all([load(), completeMessages()])
      reloads.forget()
      return page
    } catch (cause) {
      throw new PageNotLoaded('not loaded', { cause })
    }
  })
}
