import { describe, expect, it } from 'vitest'
import { guestLines, MOST_LINES } from './guestLines'
import { GUEST_CART } from './useCart'

const id = (serial: number) => `0190aaaa-0000-7000-8000-${String(serial).padStart(12, '0')}`
const lamp = { productId: id(1), quantity: 2 }
const vase = { productId: id(2), quantity: 1 }

const givenStored = (stored: unknown) => localStorage.setItem(GUEST_CART, JSON.stringify(stored))

describe('lines of a guest', () => {
  it('are there for the next visit', () => {
    guestLines.put(lamp)
    guestLines.put(vase)
    guestLines.put({ ...lamp, quantity: 3 })

    expect(guestLines.read()).toEqual([{ ...lamp, quantity: 3 }, vase])
  })

  it('leave nothing behind when the last one is taken out', () => {
    guestLines.put(lamp)
    guestLines.put({ ...lamp, quantity: 0 })

    expect(localStorage).toHaveLength(0)
  })

  it.each(['', '{', 'null', '7', '"lamp"', '{"lines":[]}'])('are none where the browser keeps %j', (stored) => {
    localStorage.setItem(GUEST_CART, stored)

    expect(guestLines.read()).toEqual([])
  })

  it.each([
    null,
    'lamp',
    {},
    { quantity: 1 },
    { productId: '../../orders', quantity: 1 },
    { productId: 7, quantity: 1 },
    { productId: id(3) },
    { productId: id(3), quantity: 0 },
    { productId: id(3), quantity: -1 },
    { productId: id(3), quantity: 1.5 },
    { productId: id(3), quantity: 100 },
    { productId: id(3), quantity: '1' },
  ])('are those that make sense beside %j', (foreign) => {
    givenStored([lamp, foreign, vase])

    expect(guestLines.read()).toEqual([lamp, vase])
  })

  it.each(['ada', null, { userId: 'ada' }, { userId: 'ada', before: 1, after: 'two' }])('are told to nobody where it says %j', (told) => {
    givenStored([{ ...lamp, told, more: 'of something' }])

    expect(guestLines.read()).toEqual([lamp])
  })

  it('are one a product, and no more than a cart can have', () => {
    const many = Array.from({ length: MOST_LINES + 10 }, (_, serial) => ({ productId: id(serial), quantity: 1 }))
    givenStored([...many, many[0]])

    expect(guestLines.read()).toEqual(many.slice(0, MOST_LINES))
  })
})
