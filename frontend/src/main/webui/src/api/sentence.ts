import type { TFunction } from 'i18next'
import { NetworkError, ProblemError } from './problem'

const KNOWN_STATUSES = [400, 401, 403, 404, 409, 422, 429, 503, 504]
const KNOWN_SLUGS = [
  'cart-changed',
  'cart-full',
  'email-taken',
  'empty-order',
  'idempotency-key-reused',
  'insufficient-stock',
  'invalid-credentials',
  'login-throttled',
  'payment-declined',
  'payment-timeout',
  'price-changed',
  'products-unavailable',
  'rate-limited',
  'request-in-progress',
  'reservation-expired',
  'reservation-refused',
  'unknown-product',
  'upstream-unavailable',
  'upstream-timeout',
]

/** What went wrong and what to do about it, in the customer's language. */
export function sentenceOf(error: unknown, t: TFunction): string {
  if (error instanceof NetworkError) return t('error.network')
  if (!(error instanceof ProblemError)) return t('error.unknown')

  const wait = error.retryAfterSeconds ?? 60
  const { slug, status } = error
  if (slug && KNOWN_SLUGS.includes(slug)) return t(`error.slug.${slug}`, { count: wait })
  if (KNOWN_STATUSES.includes(status)) return t(`error.status.${status}`, { count: wait })
  return status >= 500 ? t('error.server') : t('error.unknown')
}
