import { beforeEach, expect, it, vi } from 'vitest'
import { session } from '../api/session'
import { FORGET } from './messages'
import { keepForOffline, withdraw } from './offline'

const postMessage = vi.fn()
const unregister = vi.fn()
const container = {
  controller: null as object | null,
  register: vi.fn(async () => ({})),
  ready: Promise.resolve({ active: { postMessage } }),
  getRegistrations: async () => [{ unregister }],
}

function givenSeen(...addresses: string[]) {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue(addresses.map((name) => ({ name }) as PerformanceResourceTiming))
}

beforeEach(() => {
  vi.clearAllMocks()
  container.controller = null
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as Navigator, { serviceWorker: container }))
  document.documentElement.lang = 'fr'
})

it('the address of the worker, and nothing else, is made code by the policy that the shop allows', async () => {
  givenSeen()
  const createPolicy = vi.fn((_: string, rules: { createScriptURL: (url: string) => string }) => ({
    createScriptURL: () => ({ trusted: rules.createScriptURL('/evil.js') }),
  }))
  vi.stubGlobal('trustedTypes', { createPolicy })

  await keepForOffline()

  expect(createPolicy.mock.calls[0]?.[0]).toBe('cloudshop-worker')
  expect(container.register).toHaveBeenCalledWith({ trusted: '/sw.js' })
})

it('a browser without Trusted Types registers the worker all the same', async () => {
  givenSeen()

  await keepForOffline()

  expect(container.register).toHaveBeenCalledWith('/sw.js')
})

it('at the first visit what was looked at before is kept too, in its language', async () => {
  const products = 'https://api.example/api/v1/products?page=0'
  const picture = 'https://shop.example/catalogue/a.svg'
  const config = 'https://shop.example/config.json'
  givenSeen(config, products, 'https://api.example/api/v1/cart', picture, 'https://shop.example/assets/a.js')

  await keepForOffline()

  const headers = { 'Accept-Language': 'fr' }
  expect(postMessage).toHaveBeenCalledWith({
    type: 'CACHE_URLS',
    payload: {
      urlsToCache: [
        [config, { headers }],
        [products, { headers }],
        [picture, { headers }],
      ],
    },
  })
})

it('a later visit is kept as it goes', async () => {
  container.controller = {}

  await keepForOffline()

  expect(container.register).toHaveBeenCalled()
  expect(postMessage).not.toHaveBeenCalled()
})

it('what a customer looked at is not read again to be kept', async () => {
  vi.spyOn(session, 'standing').mockReturnValue('open')

  await keepForOffline()

  expect(postMessage).not.toHaveBeenCalled()
})

it('the switch that is off leaves neither worker nor anything it has kept', async () => {
  const remaining = new Set(['workbox-precache', 'cloudshop-catalogue', 'cloudshop-pictures'])
  vi.stubGlobal('caches', { keys: async () => [...remaining], delete: async (name: string) => remaining.delete(name) })
  const deleteDatabase = vi.fn()
  vi.stubGlobal('indexedDB', { deleteDatabase })

  await withdraw()

  expect(unregister).toHaveBeenCalledOnce()
  expect(remaining).toEqual(new Set())
  expect(deleteDatabase).toHaveBeenCalledWith('workbox-expiration')
})

it('a logout has the worker forget', async () => {
  const { leave } = await import('../api/renewal')

  await leave(null)

  await vi.waitFor(() => expect(postMessage).toHaveBeenCalledWith(FORGET))
})
