import { api, unwrap } from '../api/client'
import { hasSlug, type ProblemError } from '../api/problem'
import { session } from '../api/session'
import type { Order } from '../api/types'
import type { Attempt } from './attempt'

const ANSWER_WITHIN_MS = 30_000
const MAX_ASKS = 12
const SHORTEST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 8_000

/**
 * Sends an attempt and, while the server is still at work on it, asks again: at most a minute and a bit. Fails with what the server says
 * or with a NetworkError, and once somebody else is logged in, under whose name it must not be sent.
 */
export async function outcomeOf(attempt: Attempt, userId: string): Promise<Order> {
  for (let ask = 1; ; ask++) {
    if (session.userId() !== userId) throw new Error('Somebody else is logged in now')
    try {
      return await send(attempt)
    } catch (error) {
      if (!hasSlug(error, 'request-in-progress') || ask === MAX_ASKS) throw error
      await pause(error, ask)
    }
  }
}

function send({ key, body }: Attempt): Promise<Order> {
  return unwrap(
    api.POST('/api/v1/orders', { params: { header: { 'Idempotency-Key': key } }, body, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }),
  )
}

/** As long as the server asks for, and longer each time, so that many tabs do not ask in step. */
function pause({ retryAfterSeconds }: ProblemError, ask: number): Promise<void> {
  const backOff = SHORTEST_PAUSE_MS * 1.5 ** (ask - 1)
  const wanted = Math.max((retryAfterSeconds ?? 0) * 1000, backOff)
  return new Promise((resolve) => setTimeout(resolve, Math.min(wanted, LONGEST_PAUSE_MS) * (1 + Math.random() / 4)))
}
