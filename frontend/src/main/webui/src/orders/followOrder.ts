import { api } from '../api/client'
import { ProblemError, problemFrom } from '../api/problem'
import type { OrderStatus, RejectionReason } from '../api/types'
import { eventsIn } from './eventStream'
import { isFinal } from './timeline'

/** An order has reached a status. */
export interface OrderEvent {
  orderId: string
  status: OrderStatus
  rejectionReason?: RejectionReason
  at: string
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000

/**
 * Tells how an order stands, now and whenever that changes, until nothing can change any more or the signal comes. A connection that is
 * lost, refused or closed is opened again, after a pause that grows while that fails.
 */
export async function followOrder(id: string, onEvent: (event: OrderEvent) => void, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      for await (const data of eventsIn(await streamOf(id, signal), signal)) {
        const event = JSON.parse(data) as OrderEvent
        failures = 0
        onEvent(event)
        if (isFinal(event.status)) return
      }
    } catch (error) {
      if (isRefusal(error)) return
    }
    await pause(Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS), signal)
  }
}

async function streamOf(id: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const headers = { Accept: 'text/event-stream' }
  const { response, error } = await api.GET('/api/v1/orders/{id}/events', { params: { path: { id } }, headers, signal })
  if (!response.ok || !response.body) throw problemFrom(response, error)
  return response.body
}

/** Asking again would not change it: no session, or no such order. */
function isRefusal(error: unknown): boolean {
  return error instanceof ProblemError && error.status < 500 && error.status !== 429
}

/** With a share of chance, so that after a restart not all pages come at once. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms * (1 + Math.random() / 4))
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
