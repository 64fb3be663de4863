import type { Money } from '../api/types'
import { regionalLocale } from './locale'

/** Money as the customer's language writes it, e.g. "€19.90" or "19,90 €". */
export function formatMoney(money: Money, language: string): string {
  return new Intl.NumberFormat(regionalLocale(language), { style: 'currency', currency: money.currency }).format(Number(money.amount))
}

/** A whole amount where the cents are zero, for price ranges: "€20", but "€19.90". */
export function formatMoneyShort(money: Money, language: string): string {
  return new Intl.NumberFormat(regionalLocale(language), {
    style: 'currency',
    currency: money.currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(Number(money.amount))
}
