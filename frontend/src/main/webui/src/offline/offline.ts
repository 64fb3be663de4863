import { session } from '../api/session'

const WORKER = '/sw.js'
/** The only address that becomes code by this policy, which the Content-Security-Policy knows by its name. */
const POLICY = 'cloudshop-worker'
const READ_AGAIN = /\/config\.json$|\/api\/v1\/(products|categories)|\/catalogue\/|\/api\/v1\/pictures\//

interface TrustedTypePolicies {
  createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL(url: string): string }
}

/** Has the service worker keep the shell and what is looked at from now on, and at the first visit what was looked at before. */
export async function keepForOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const isFirst = navigator.serviceWorker.controller === null
  await navigator.serviceWorker.register(trusted())
  const { active } = await navigator.serviceWorker.ready
  // In a customer's name nothing is kept.
  if (isFirst && session.standing() === 'guest') active?.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache: seen() } })
}

/** The switch that is off: no worker from now on, and nothing of what it has kept. */
export async function withdraw(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registrations = await navigator.serviceWorker.getRegistrations()
  await Promise.all(registrations.map((registration) => registration.unregister()))
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)))
  indexedDB.deleteDatabase('workbox-expiration')
}

function trusted(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypePolicies }
  return trustedTypes?.createPolicy(POLICY, { createScriptURL: () => WORKER }).createScriptURL(WORKER) ?? WORKER
}

/** What Workbox is to read through its routes (Router.addCacheListener): those decide what of it is kept. */
function seen(): [string, RequestInit][] {
  const headers = { 'Accept-Language': document.documentElement.lang }
  const addresses = performance.getEntriesByType('resource').map(({ name }) => name)
  return [...new Set(addresses)].filter((address) => READ_AGAIN.test(address)).map((address) => [address, { headers }])
}
