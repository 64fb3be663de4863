import { useState } from 'react'

/** Which of those that can be chosen are. */
export function useChosen<Item extends { id: string }>(able: Item[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const chosen = able.filter(({ id }) => ids.has(id))
  return {
    chosen,
    has: (id: string) => chosen.some((item) => item.id === id),
    isAll: able.length > 0 && chosen.length === able.length,
    choose: (id: string, isChosen: boolean) =>
      setIds((known) => new Set(isChosen ? [...known, id] : [...known].filter((other) => other !== id))),
    chooseAll: (isChosen: boolean) => setIds(new Set(isChosen ? able.map(({ id }) => id) : [])),
  }
}
