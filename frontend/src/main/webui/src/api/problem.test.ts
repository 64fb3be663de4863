import { describe, expect, it } from 'vitest'
import { isUndecided, NetworkError, ProblemError } from './problem'

const problemOf = (status: number, slug?: string) =>
  new ProblemError(status, slug ? { type: `https://cloudshop.example/problems/${slug}` } : {}, null)

describe('the outcome of a call', () => {
  it.each([
    new NetworkError(null),
    new Error('Somebody else is logged in now'),
    problemOf(401, 'unauthorized'),
    problemOf(403, 'forbidden'),
    problemOf(408),
    problemOf(409, 'request-in-progress'),
    problemOf(413),
    problemOf(429, 'rate-limited'),
    problemOf(500, 'internal-error'),
    problemOf(502),
    problemOf(503, 'upstream-unavailable'),
    problemOf(504, 'upstream-timeout'),
  ])('is not known after %o', (error) => {
    expect(isUndecided(error)).toBe(true)
  })

  it.each([
    problemOf(400, 'malformed'),
    problemOf(402, 'payment-declined'),
    problemOf(402, 'payment-timeout'),
    problemOf(409, 'cart-changed'),
    problemOf(409, 'price-changed'),
    problemOf(409, 'insufficient-stock'),
    problemOf(409, 'reservation-expired'),
    problemOf(422, 'invalid'),
    problemOf(422, 'idempotency-key-reused'),
  ])('is known after %o', (error) => {
    expect(isUndecided(error)).toBe(false)
  })
})
