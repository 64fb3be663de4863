import { useState } from 'react'
import type { Order } from '../../api/types'
import { nextMove } from './queue'

/** Which of the orders that are shown are chosen; one that nothing can be done with cannot be. */
export function useChosen(orders: Order[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const able = orders.filter(nextMove)
  const chosen = able.filter(({ id }) => ids.has(id))
  return {
    chosen,
    has: (id: string) => chosen.some((order) => order.id === id),
    isAll: able.length > 0 && chosen.length === able.length,
    choose: (id: string, isChosen: boolean) =>
      setIds((known) => new Set(isChosen ? [...known, id] : [...known].filter((other) => other !== id))),
    chooseAll: (isChosen: boolean) => setIds(new Set(isChosen ? able.map(({ id }) => id) : [])),
  }
}
