import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { en } from '../app/i18n/en'
import { NetworkError, ProblemError } from './problem'
import { sentenceOf } from './sentence'

const problemOf = (status: number, slug?: string, retryAfter: number | null = null) =>
  new ProblemError(status, slug ? { type: `https://cloudshop.example/problems/${slug}` } : {}, null, retryAfter)

describe('sentence of an error', () => {
  beforeAll(async () => {
    await i18next.init({ lng: 'en', resources: { en: { translation: en } } })
  })

  it.each([
    [problemOf(409, 'email-taken'), en.error.slug['email-taken']],
    [problemOf(402, 'payment-declined'), en.error.slug['payment-declined']],
    [problemOf(402, 'payment-timeout'), en.orders.rejection['payment-timeout']],
    [problemOf(409, 'price-changed'), en.orders.rejection['price-changed']],
    [problemOf(409, 'products-unavailable'), en.orders.rejection['products-unavailable']],
    [problemOf(409, 'reservation-refused'), en.orders.rejection['reservation-refused']],
    [problemOf(422, 'cart-full'), en.error.slug['cart-full']],
    [problemOf(422, 'unknown-product'), en.error.slug['unknown-product']],
    [problemOf(404, 'something-new'), en.error.status[404]],
    [problemOf(503), en.error.status[503]],
    [problemOf(500), en.error.server],
    [problemOf(418), en.error.unknown],
    [new NetworkError(null), en.error.network],
    [new TypeError('x is not a function'), en.error.unknown],
  ])('%s', (error, sentence) => {
    expect(sentenceOf(error, i18next.t)).toBe(sentence)
  })

  it('says how long to wait', () => {
    expect(sentenceOf(problemOf(429, 'rate-limited', 7), i18next.t)).toContain('7 seconds')
    expect(sentenceOf(problemOf(429, 'login-throttled', 1), i18next.t)).toContain('1 second ')
  })
})

describe('violations', () => {
  const error = new ProblemError(422, { violations: [{ field: 'shippingAddress.city', message: 'must not be blank' }] }, null)

  it('are found by the last part of their name', () => {
    expect(error.violation('city')).toBe('must not be blank')
    expect(error.violation('shippingAddress.city')).toBe('must not be blank')
    expect(error.violation('street')).toBeUndefined()
  })
})
