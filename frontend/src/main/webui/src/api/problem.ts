import type { components } from './generated/orders-api'

/** An RFC 9457 problem, as every CloudShop service answers errors; what stands between may answer less. */
export type Problem = Partial<components['schemas']['Problem']>

/** A line of an order that the stock cannot meet. */
export type Shortage = NonNullable<Problem['shortages']>[number]

/** The server answered with an error. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
    readonly requestId: string | null,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`)
    this.name = 'ProblemError'
  }

  /** The last segment of the problem's type, such as "email-taken". */
  get slug(): string | null {
    return this.problem.type?.split('/').filter(Boolean).at(-1) ?? null
  }

  /** Whether the value of an input field is not acceptable; nested names match by their last segments ("shippingAddress.city" for "city"). */
  refuses(field: string): boolean {
    return this.problem.violations?.some((v) => v.field === field || v.field.endsWith(`.${field}`)) ?? false
  }
}

/** No answer came: the network, or the whole shop, is down. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super('No answer from the server', { cause })
    this.name = 'NetworkError'
  }
}

/** Reads whatever a failed call returned; a body that is no problem document still gives a ProblemError. */
export function problemFrom(response: Response, body: unknown): ProblemError {
  const problem = typeof body === 'object' && body !== null ? (body as Problem) : {}
  const retryAfter = Number(response.headers.get('Retry-After'))
  return new ProblemError(
    response.status,
    problem,
    response.headers.get('X-Request-Id'),
    Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
  )
}

export function hasSlug(error: unknown, slug: string): error is ProblemError {
  return error instanceof ProblemError && error.slug === slug
}

/** The account, the pace or a proxy stood in the way: says nothing of whether an earlier try has got through. */
const NO_VERDICT = [401, 403, 408, 425, 429]

/**
 * Whether the outcome at the server is unknown: no answer came, none of the shop's own, or one that is not about what was asked for. The
 * same call may be sent again.
 */
export function isUndecided(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return true
  const { status, slug } = error
  return status >= 500 || NO_VERDICT.includes(status) || slug === null || slug === 'request-in-progress'
}
