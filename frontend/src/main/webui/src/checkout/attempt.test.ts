import { beforeEach, describe, expect, it } from 'vitest'
import { checkoutAttempt, randomUuid } from './attempt'

const order = { shippingAddress: { city: 'Paris' }, payment: { token: 'tok_visa' } }

describe('checkout attempt', () => {
  beforeEach(() => sessionStorage.clear())

  it('keeps its key while the same order is tried again', () => {
    expect(checkoutAttempt.keyFor(order)).toBe(checkoutAttempt.keyFor({ ...order }))
  })

  it('has another key once the order changes', () => {
    const key = checkoutAttempt.keyFor(order)

    expect(checkoutAttempt.keyFor({ ...order, payment: { token: 'tok_slow' } })).not.toBe(key)
  })

  it('has another key once the server has decided', () => {
    const key = checkoutAttempt.keyFor(order)

    checkoutAttempt.settle()

    expect(checkoutAttempt.keyFor(order)).not.toBe(key)
  })

  it('makes version 4 UUIDs', () => {
    expect(randomUuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
