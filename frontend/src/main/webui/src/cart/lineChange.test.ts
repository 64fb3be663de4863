import { describe, expect, it } from 'vitest'
import type { Cart, CartLine } from '../api/types'
import { euros } from '../test/fakeApi'
import { withChange } from './lineChange'

const lamp: CartLine = { productId: 'lamp', name: 'Lamp', quantity: 2, unitPrice: euros('19.99'), lineTotal: euros('39.98'), available: 5 }
const vase: CartLine = { productId: 'vase', name: 'Vase', quantity: 1, unitPrice: euros('0.10'), lineTotal: euros('0.10'), available: 5 }
const cart: Cart = { items: [lamp, vase], total: euros('40.08'), version: 'v1' }

describe('a change of the cart', () => {
  it('counts to the cent', () => {
    const changed = withChange(cart, { line: vase, quantity: 3 })

    expect(changed.items[1]).toMatchObject({ quantity: 3, lineTotal: euros('0.30') })
    expect(changed.total).toEqual(euros('40.28'))
  })

  it('counts where there are no cents, too', () => {
    const yen = { amount: '500', currency: 'JPY' }
    const cart = { items: [{ ...lamp, quantity: 1, unitPrice: yen, lineTotal: yen }], total: yen, version: 'v1' }

    expect(withChange(cart, { line: lamp, quantity: 2 }).total.amount).toBe('1000')
  })

  it('takes a line out and puts it back where it was', () => {
    const without = withChange(cart, { line: lamp, quantity: 0 })

    expect(without).toMatchObject({ items: [vase], total: euros('0.10') })
    expect(withChange(without, { line: lamp, quantity: 2, index: 0 })).toEqual(cart)
  })

  it('ends a shortage as soon as there is enough, and nothing else that is wrong with a line', () => {
    const short: Cart = { ...cart, items: [{ ...lamp, quantity: 9, problem: 'short' }] }

    expect(withChange(short, { line: lamp, quantity: 5 }).items[0]).not.toHaveProperty('problem')
    expect(withChange(short, { line: lamp, quantity: 6 }).items[0]).toHaveProperty('problem', 'short')
  })
})
