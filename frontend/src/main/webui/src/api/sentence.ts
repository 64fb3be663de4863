import type { Translate } from '../design/translation'
import { NetworkError, ProblemError } from './problem'

/** What went wrong and what to do about it, in the customer's language. */
export function sentenceOf(error: unknown, t: Translate): string {
  if (error instanceof NetworkError) return t('error.network')
  if (!(error instanceof ProblemError)) return t('error.unknown')

  const { slug, status, retryAfterSeconds } = error
  // The first of these that there is a sentence for.
  const keys = [`error.slug.${slug}`, `orders.rejection.${slug}`, `error.status.${status}`, status >= 500 ? 'error.server' : 'error.unknown']
  return t(keys, { count: retryAfterSeconds ?? 60 })
}

/** What to do about a value that the shop does not accept, in the customer's language; nothing where the error is about something else. */
export function violationOf(error: unknown, field: string, t: Translate): string | undefined {
  return error instanceof ProblemError && error.refuses(field) ? t([`error.violation.${field}`, 'error.violation.any']) : undefined
}
