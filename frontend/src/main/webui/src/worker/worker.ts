import { clientsClaim } from 'workbox-core'
import { enable as enableNavigationPreload } from 'workbox-navigation-preload'
import { addRoute as servePrecached, cleanupOutdatedCaches, matchPrecache, precache, type PrecacheEntry } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { NetworkOnly } from 'workbox-strategies'
import { FORGET } from '../offline/messages'
import { forgetSeen, networkFirst } from './kept'
import { isCatalogue, isConfig, isPage, isPicture, isUnhashed } from './rules'

/** The files of the shell, put here by vite.worker.config.mjs. */
declare const SHELL: PrecacheEntry[]

/** From the network, and only where it gives no answer from the shell, which is this file for any page. */
const networkElseShell = (file?: string) =>
  new NetworkOnly({ plugins: [{ handlerDidError: async ({ request }) => matchPrecache(file ?? request) }] })

// A new release waits until the last tab of the one before is closed: until then that one has its files here.
precache(SHELL)
cleanupOutdatedCaches()
clientsClaim()
enableNavigationPreload()

registerRoute(isPage, networkElseShell('/index.html'))
registerRoute(isUnhashed, networkElseShell())
registerRoute(isConfig, networkFirst('settings'))
registerRoute(isCatalogue, networkFirst('catalogue'))
registerRoute(isPicture, networkFirst('pictures'))
servePrecached({ directoryIndex: '', cleanURLs: false, ignoreURLParametersMatching: [] })

addEventListener('message', (event) => {
  const message = event as MessageEvent & { waitUntil: (work: Promise<unknown>) => void }
  if (message.data === FORGET) message.waitUntil(forgetSeen())
})
