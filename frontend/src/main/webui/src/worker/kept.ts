import type { WorkboxPlugin } from 'workbox-core/types'
import { CacheExpiration, ExpirationPlugin } from 'workbox-expiration'
import { NetworkFirst } from 'workbox-strategies'
import { KEPT } from '../offline/messages'
import { addressInLanguage } from './rules'

const WEEK_SECONDS = 7 * 86_400
const MOST_BYTES = 256_000

/** What is kept, each kind in a cache of its own: so many answers at most, none larger than 256 kB or older than a week. */
const ENTRIES = { settings: 1, catalogue: 60, pictures: 120 }
type Kind = keyof typeof ENTRIES

/** The address has the language; no other header makes a difference to the page. */
const matchOptions = { ignoreVary: true }

const BESIDES: Record<Kind, WorkboxPlugin> = {
  settings: {},
  catalogue: { cacheKeyWillBeUsed: async ({ request }) => addressInLanguage(request) },
  // Where a picture's host does not let it be read, it is shown as ever.
  pictures: { handlerDidError: async ({ request }) => fetch(request) },
}

const cacheOf = (kind: Kind) => `cloudshop-${kind}`

/** From the network always, and kept for when there is none. */
export function networkFirst(kind: Kind): NetworkFirst {
  return new NetworkFirst({
    cacheName: cacheOf(kind),
    // Pictures of the API are redirected to it: read as the page's own they would be opaque, error or not.
    ...(kind === 'pictures' && { fetchOptions: { mode: 'cors', credentials: 'omit' } }),
    matchOptions,
    plugins: [
      { cacheWillUpdate: async ({ response }) => keepable(response) },
      BESIDES[kind],
      // The library's types do not know of exactOptionalPropertyTypes.
      new ExpirationPlugin({ maxEntries: ENTRIES[kind], maxAgeSeconds: WEEK_SECONDS, purgeOnQuotaError: true, matchOptions }) as WorkboxPlugin,
    ],
  })
}

/** A copy that says of itself that it was kept, and since when; null for what is not to be. */
export async function keepable(response: Response): Promise<Response | null> {
  if (response.status !== 200 || response.headers.get('Cache-Control')?.includes('no-store')) return null
  const body = await response.blob()
  if (body.size > MOST_BYTES) return null
  const headers = new Headers(response.headers)
  headers.set('Date', new Date().toUTCString())
  headers.set(KEPT, 'yes')
  return new Response(body, { headers })
}

/** Forgets what was looked at. Not by the plugins: they know only what they have seen since the worker was started. */
export async function forgetSeen(): Promise<void> {
  for (const cache of [cacheOf('catalogue'), cacheOf('pictures')]) {
    await caches.delete(cache)
    await new CacheExpiration(cache, { maxEntries: 1 }).delete()
  }
}
