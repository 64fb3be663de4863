import { beforeAll, expect, it, vi } from 'vitest'
import { KEPT } from '../offline/messages'

let keepable: (response: Response) => Promise<Response | null>

beforeAll(async () => {
  // Workbox looks for the worker that it is in.
  vi.stubGlobal('registration', { scope: 'https://shop.example/' })
  ;({ keepable } = await import('./kept'))
})

it('what is kept says so of itself, and since when', async () => {
  const kept = await keepable(new Response('{"total":1}', { headers: { 'Content-Type': 'application/json', Date: 'Thu, 01 Jan 1970 00:00:00 GMT' } }))

  expect(await kept?.text()).toBe('{"total":1}')
  expect(kept?.headers.get('Content-Type')).toBe('application/json')
  expect(kept?.headers.has(KEPT)).toBe(true)
  expect(Date.now() - Date.parse(kept?.headers.get('Date') ?? '')).toBeLessThan(60_000)
})

it.each([404, 500, 503, 206])('an answer of status %i is not kept', async (status) => {
  expect(await keepable(new Response('{}', { status }))).toBeNull()
})

it('what shall not be stored is not kept', async () => {
  expect(await keepable(new Response('{}', { headers: { 'Cache-Control': 'private, no-store' } }))).toBeNull()
})

it('what is large is not kept', async () => {
  expect(await keepable(new Response(new Uint8Array(256_000)))).not.toBeNull()
  expect(await keepable(new Response(new Uint8Array(256_001)))).toBeNull()
})
