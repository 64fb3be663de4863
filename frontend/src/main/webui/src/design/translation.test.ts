import { beforeEach, describe, expect, it } from 'vitest'
import { translation } from './translation'

const first = { cart: { items_one: '{{count}} item', items_other: '{{count}} items', none: 'Hello {{name}}', left_zero: 'none', left_other: '{{count}} left' } }
const french = { cart: { items_one: '{{count}} article', items_other: '{{count}} articles' } }
const t: typeof translation extends { current: () => { t: infer T } } ? T : never = (...said) => translation.current().t(...said)

describe('messages', () => {
  beforeEach(() => translation.show('en', first))

  it('have a form for each number', () => {
    expect(t('cart.items', { count: 1 })).toBe('1 item')
    expect(t('cart.items', { count: 0 })).toBe('0 items')
    expect(t('cart.left', { count: 0 })).toBe('none')
    expect(t('cart.left', { count: 1 })).toBe('1 left')
  })

  it('count as their language does', () => {
    translation.show('fr', french)

    expect(t('cart.items', { count: 0 })).toBe('0 article')
    expect(t('cart.items', { count: 2 })).toBe('2 articles')
    expect(t('cart.items', { count: 1_000_000 })).toBe('1000000 articles')
  })

  it('take their values as they are', () => {
    expect(t('cart.none', { name: '<b>$& {{count}}</b>', count: 3 })).toBe('Hello <b>$& {{count}}</b>')
    expect(t('cart.none', { name: undefined })).toBe('Hello ')
  })

  it('are the first that there is', () => {
    expect(t(['cart.unknown', 'toString', 'cart.none'], { name: 'Ada' })).toBe('Hello Ada')
    expect(t(['cart.items.more', 'unknown'])).toBe('unknown')
  })

  it('come in parts, and tell when they do', () => {
    const before = translation.current()
    let told = 0
    const forget = translation.onChange(() => told++)

    translation.add({ cart: { title: 'Your cart' }, orders: { title: 'Orders' } })
    forget()
    translation.add({})

    expect(t('cart.title') + t('orders.title') + t('cart.items', { count: 1 })).toBe('Your cartOrders1 item')
    expect(told).toBe(1)
    expect(translation.current()).not.toBe(before)
  })
})
