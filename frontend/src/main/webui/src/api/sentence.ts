import type { TFunction } from 'i18next'
import { NetworkError, ProblemError } from './problem'

/** What went wrong and what to do about it, in the customer's language. */
export function sentenceOf(error: unknown, t: TFunction): string {
  if (error instanceof NetworkError) return t('error.network')
  if (!(error instanceof ProblemError)) return t('error.unknown')

  const { slug, status, retryAfterSeconds } = error
  // The first of these that there is a sentence for.
  const keys = [`error.slug.${slug}`, `orders.rejection.${slug}`, `error.status.${status}`, status >= 500 ? 'error.server' : 'error.unknown']
  return t(keys, { count: retryAfterSeconds ?? 60 })
}
