import { describe, expect, it } from 'vitest'
import { euros } from '../test/fakeApi'
import { newAttempt, openAttempts, randomUuid } from './attempt'

const lamp = { productId: 'lamp', quantity: 2, unitPrice: euros('20.00'), lineTotal: euros('40.00'), available: 5 }
const cart = { items: [lamp], total: euros('40.00'), version: 'v1' }
const input = {
  shippingAddress: { name: 'Ada Lovelace', street: '1 Analytical Way', postalCode: '75011', city: 'Paris', country: 'FR' },
  payment: { method: 'card', token: 'tok_visa' },
}

describe('checkout attempt', () => {
  it('is for exactly the cart and the total that were shown', () => {
    expect(newAttempt(cart, input).body).toEqual({ ...input, expectedTotal: euros('40.00'), cartVersion: 'v1' })
  })

  it('has a key of its own each time', () => {
    expect(newAttempt(cart, input).key).not.toBe(newAttempt(cart, input).key)
  })

  it('is kept as it is until its outcome is known', () => {
    const attempt = newAttempt(cart, input)

    openAttempts.keep('ada', attempt)
    expect(openAttempts.of('ada')).toEqual(attempt)

    openAttempts.settle('ada')
    expect(openAttempts.of('ada')).toBeNull()
    expect(sessionStorage).toHaveLength(0)
  })

  it('is nobody else’s', () => {
    openAttempts.keep('ada', newAttempt(cart, input))

    expect(openAttempts.of('grace')).toBeNull()
  })

  it.each(['{"key":', 'null', '[]', '"text"', '{"key":"k","input":"{}"}', '{"key":"k","body":{}}'])('is as good as none when it is damaged or old: %s', (stored) => {
    sessionStorage.setItem('cloudshop.checkoutAttempt.ada', stored)

    expect(openAttempts.of('ada')).toBeNull()
  })

  it('makes version 4 UUIDs', () => {
    expect(randomUuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
