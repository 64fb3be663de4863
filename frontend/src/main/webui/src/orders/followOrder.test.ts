import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { session } from '../api/session'
import { fakeApi, problem } from '../test/fakeApi'
import { tokenOf } from '../test/tokenOf'
import { followOrder, type OrderEvent } from './followOrder'

const PATH = 'GET /api/v1/orders/o1/events'
const AT = '2026-11-06T09:00:00Z'
const event = (status: string) => `event:status\ndata:{"orderId":"o1","status":"${status}","at":"${AT}"}\n\n`

/** A stream that says these pieces; it stays open where the last is null. */
function stream(...pieces: (string | null)[]): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) if (piece !== null) controller.enqueue(new TextEncoder().encode(piece))
      if (pieces.at(-1) !== null) controller.close()
    },
  })
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream;charset=UTF-8' } })
}

describe('following an order', () => {
  let heard: string[]
  let leaving: AbortController
  const hear = ({ status }: OrderEvent) => void heard.push(status)
  const follow = () => followOrder('o1', hear, leaving.signal)

  beforeEach(() => {
    vi.useFakeTimers()
    session.begin(tokenOf('ada'), 900)
    heard = []
    leaving = new AbortController()
  })
  afterEach(() => {
    leaving.abort()
    session.end()
    vi.useRealTimers()
  })

  it('tells each status, in whichever pieces it comes, and ends with the last', async () => {
    const [first, second] = [event('CONFIRMED'), event('DELIVERED')]
    const requests = fakeApi({ [PATH]: () => stream(first.slice(0, 20), first.slice(20), ': still here\n\n', second, null) })

    const following = follow()
    await vi.advanceTimersByTimeAsync(10)
    await following

    expect(heard).toEqual(['CONFIRMED', 'DELIVERED'])
    expect(requests[0]!.headers.get('Accept')).toBe('text/event-stream')
    expect(requests[0]!.headers.get('Authorization')).toMatch(/^Bearer /)
  })

  it('goes on after a connection that ended, one that failed and a shop that is away', async () => {
    const answers = [
      () => stream(event('PENDING')),
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => problem(503, 'upstream-unavailable'),
      () => stream(event('CONFIRMED'), event('CANCELLED'), null),
    ]
    const requests = fakeApi({ [PATH]: () => answers.shift()!() })

    const following = follow()
    await vi.advanceTimersByTimeAsync(60_000)
    await following

    expect(heard).toEqual(['PENDING', 'CONFIRMED', 'CANCELLED'])
    expect(requests).toHaveLength(4)
  })

  it('does not press a shop that is away', async () => {
    const requests = fakeApi({ [PATH]: () => problem(503, 'upstream-unavailable') })

    void follow()
    await vi.advanceTimersByTimeAsync(10 * 60_000)

    expect(requests.length).toBeGreaterThan(5)
    expect(requests.length).toBeLessThan(30)
  })

  it.each([
    [401, 'unauthorized'],
    [404, 'not-found'],
  ])('ends where it is refused (%i)', async (status, slug) => {
    const requests = fakeApi({ [PATH]: () => problem(status, slug), 'POST /api/v1/auth/refresh': () => problem(401, 'refresh-refused') })

    const following = follow()
    await vi.advanceTimersByTimeAsync(60_000)
    await following

    expect(requests.filter(({ url }) => url.endsWith('/events'))).toHaveLength(1)
  })

  it('ends with the page', async () => {
    const requests = fakeApi({ [PATH]: () => stream(event('CONFIRMED'), null) })
    const following = follow()
    await vi.advanceTimersByTimeAsync(10)
    expect(heard).toEqual(['CONFIRMED'])

    leaving.abort()
    await vi.advanceTimersByTimeAsync(60_000)
    await following

    expect(requests).toHaveLength(1)
  })
})
