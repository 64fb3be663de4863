import type { Order, OrderStatus, OrderStep } from '../api/types'

export interface TimelineStep {
  status: OrderStatus
  state: 'done' | 'current' | 'ahead'
  /** When it was reached, where that is known. */
  at?: string | undefined
}

type Dated = Pick<Order, 'status' | 'createdAt' | 'updatedAt'>

const HAPPY_PATH: OrderStatus[] = ['PENDING', 'CONFIRMED', 'SHIPPED', 'DELIVERED']

/** Whether nothing can change any more. */
export function isFinal(status: OrderStatus): boolean {
  return status === 'DELIVERED' || status === 'CANCELLED' || status === 'REJECTED'
}

/** The way of an order so far and what lies ahead; an order that ended early has nothing ahead. */
export function timelineOf(order: Dated, history: readonly OrderStep[] = []): TimelineStep[] {
  return stepsOf(order.status).map((step) => ({ ...step, at: instantOf(step.status, order, history) }))
}

function stepsOf(status: OrderStatus): TimelineStep[] {
  if (status === 'REJECTED') return ended(['PENDING'], status)
  if (status === 'CANCELLED') return ended(['PENDING', 'CONFIRMED'], status)
  const reached = HAPPY_PATH.indexOf(status)
  return HAPPY_PATH.map((step, index) => ({ status: step, state: index < reached ? 'done' : index === reached ? 'current' : 'ahead' }))
}

function ended(before: OrderStatus[], end: OrderStatus): TimelineStep[] {
  return [...before.map((status) => ({ status, state: 'done' as const })), { status: end, state: 'current' }]
}

/** What has just been heard of is not yet in the history that was read before. */
function instantOf(step: OrderStatus, { status, createdAt, updatedAt }: Dated, history: readonly OrderStep[]): string | undefined {
  return history.find((past) => past.status === step)?.at ?? (step === status ? updatedAt : step === 'PENDING' ? createdAt : undefined)
}
