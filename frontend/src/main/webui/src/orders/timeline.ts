import type { OrderStatus } from '../api/types'

export interface TimelineStep {
  status: OrderStatus
  state: 'done' | 'current' | 'ahead'
}

const HAPPY_PATH: OrderStatus[] = ['PENDING', 'CONFIRMED', 'SHIPPED', 'DELIVERED']

/** The way of an order so far and what lies ahead; an order that ended early has nothing ahead. */
export function timelineOf(status: OrderStatus): TimelineStep[] {
  if (status === 'REJECTED') return ended(['PENDING'], status)
  if (status === 'CANCELLED') return ended(['PENDING', 'CONFIRMED'], status)
  const reached = HAPPY_PATH.indexOf(status)
  return HAPPY_PATH.map((step, index) => ({ status: step, state: index < reached ? 'done' : index === reached ? 'current' : 'ahead' }))
}

function ended(before: OrderStatus[], end: OrderStatus): TimelineStep[] {
  return [...before.map((status) => ({ status, state: 'done' as const })), { status: end, state: 'current' }]
}
