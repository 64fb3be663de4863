import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { session } from '../api/session'
import { euros, fakeApi, json, problem } from '../test/fakeApi'
import { tokenOf } from '../test/tokenOf'
import { newAttempt } from './attempt'
import { outcomeOf } from './outcome'

const attempt = newAttempt(
  { items: [], total: euros('40.00'), version: 'v1' },
  {
    shippingAddress: { name: 'Ada', street: '1 Analytical Way', postalCode: '75011', city: 'Paris', country: 'FR' },
    payment: { method: 'card', token: 'tok_slow' },
  },
)
const inProgress = (retryAfter: string) => problem(409, 'request-in-progress', {}, { 'Retry-After': retryAfter })

describe('outcome of an attempt', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    session.begin(tokenOf('ada'), 900)
  })
  afterEach(() => {
    session.end()
    vi.useRealTimers()
  })

  it('is asked for with the same key and body until the server has it', async () => {
    const answers = [inProgress('1'), inProgress('1'), json({ id: 'order-1' }, 201)]
    const requests = fakeApi({ 'POST /api/v1/orders': () => answers.shift()! })

    const outcome = outcomeOf(attempt, 'ada')
    await vi.runAllTimersAsync()

    await expect(outcome).resolves.toEqual({ id: 'order-1' })
    expect(requests.map(({ headers }) => headers.get('Idempotency-Key'))).toEqual([attempt.key, attempt.key, attempt.key])
    const bodies = await Promise.all(requests.map((request) => request.json() as Promise<unknown>))
    expect(bodies).toEqual([attempt.body, attempt.body, attempt.body])
  })

  it('is not asked for sooner than the server wants', async () => {
    const requests = fakeApi({ 'POST /api/v1/orders': () => inProgress('5') })

    const outcome = outcomeOf(attempt, 'ada').catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(4_900)
    expect(requests).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1_500)
    expect(requests).toHaveLength(2)

    await vi.runAllTimersAsync()
    await outcome
  })

  it('is given up after a while, for the customer to decide', async () => {
    const requests = fakeApi({ 'POST /api/v1/orders': () => inProgress('1') })

    const outcome = outcomeOf(attempt, 'ada').catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(120_000)

    expect(await outcome).toMatchObject({ slug: 'request-in-progress' })
    expect(requests).toHaveLength(12)
  })

  it('is never asked for in the name of somebody else', async () => {
    const requests = fakeApi({ 'POST /api/v1/orders': () => inProgress('1') })

    const outcome = outcomeOf(attempt, 'ada').catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(10)
    session.begin(tokenOf('grace'), 900)
    await vi.runAllTimersAsync()

    expect(await outcome).toBeInstanceOf(Error)
    expect(requests).toHaveLength(1)
  })
})
