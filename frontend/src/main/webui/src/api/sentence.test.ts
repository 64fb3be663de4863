import { beforeAll, describe, expect, it } from 'vitest'
import { en } from '../app/i18n/en'
import { enFirst } from '../app/i18n/en.first'
import { fr } from '../app/i18n/fr'
import { translation } from '../design/translation'
import { ADDRESS, REGISTRATION } from './limits'
import { NetworkError, ProblemError } from './problem'
import { sentenceOf, violationOf } from './sentence'

const problemOf = (status: number, slug?: string, retryAfter: number | null = null) =>
  new ProblemError(status, slug ? { type: `https://cloudshop.example/problems/${slug}` } : {}, null, retryAfter)

describe('sentence of an error', () => {
  beforeAll(() => translation.show('en', enFirst, en))

  it.each([
    [problemOf(409, 'email-taken'), en.error.slug['email-taken']],
    [problemOf(402, 'payment-declined'), en.error.slug['payment-declined']],
    [problemOf(402, 'payment-timeout'), en.orders.rejection['payment-timeout']],
    [problemOf(409, 'price-changed'), en.orders.rejection['price-changed']],
    [problemOf(409, 'products-unavailable'), en.orders.rejection['products-unavailable']],
    [problemOf(409, 'reservation-refused'), en.orders.rejection['reservation-refused']],
    [problemOf(422, 'cart-full'), en.error.slug['cart-full']],
    [problemOf(422, 'unknown-product'), en.error.slug['unknown-product']],
    [problemOf(404, 'something-new'), enFirst.error.status[404]],
    [problemOf(503), enFirst.error.status[503]],
    [problemOf(500), enFirst.error.server],
    [problemOf(418), enFirst.error.unknown],
    [new NetworkError(null), enFirst.error.network],
    [new TypeError('x is not a function'), enFirst.error.unknown],
  ])('%s', (error, sentence) => {
    expect(sentenceOf(error, translation.current().t)).toBe(sentence)
  })

  it('says how long to wait', () => {
    expect(sentenceOf(problemOf(429, 'rate-limited', 7), translation.current().t)).toContain('7 seconds')
    expect(sentenceOf(problemOf(429, 'login-throttled', 1), translation.current().t)).toContain('1 second ')
  })
})

describe('violations', () => {
  const error = new ProblemError(422, { violations: [{ field: 'shippingAddress.city', message: 'must not be blank' }] }, null)

  it('are found by the last part of their name', () => {
    expect(error.refuses('city')).toBe(true)
    expect(error.refuses('shippingAddress.city')).toBe(true)
    expect(error.refuses('street')).toBe(false)
  })

  it.each([
    ['English', en, 'Please check the city.'],
    ['French', fr, 'Vérifiez la ville.'],
  ])('are told in the customer’s language, never in the server’s: %s', (language, messages, sentence) => {
    translation.show(language.slice(0, 2).toLowerCase(), messages)

    expect(violationOf(error, 'city', translation.current().t)).toBe(sentence)
    expect(violationOf(error, 'street', translation.current().t)).toBeUndefined()
  })

  it.each([
    ['registration', REGISTRATION],
    ['address', ADDRESS],
  ])('have a sentence for each field that the contract has: %s', (_, fields) => {
    expect(Object.keys(en.error.violation)).toEqual(expect.arrayContaining(Object.keys(fields)))
  })
})
