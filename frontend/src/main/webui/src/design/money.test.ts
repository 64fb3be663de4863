import { describe, expect, it } from 'vitest'
import { formatMoney, formatMoneyShort } from './money'

const plain = (text: string) => text.replace(/\s/g, ' ')

describe('money', () => {
  it('is written as the language does', () => {
    expect(formatMoney({ amount: '1219.90', currency: 'EUR' }, 'en')).toBe('€1,219.90')
    expect(plain(formatMoney({ amount: '1219.90', currency: 'EUR' }, 'fr'))).toBe('1 219,90 €')
  })

  it('keeps the scale of the currency', () => {
    expect(formatMoney({ amount: '5.00', currency: 'EUR' }, 'en')).toBe('€5.00')
    expect(formatMoney({ amount: '500', currency: 'JPY' }, 'en')).toBe('¥500')
  })

  it('drops the cents of a round amount in a range', () => {
    expect(formatMoneyShort({ amount: '20.00', currency: 'EUR' }, 'en')).toBe('€20')
    expect(formatMoneyShort({ amount: '19.90', currency: 'EUR' }, 'en')).toBe('€19.90')
  })
})
