import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { unwrap } from '../../api/client'
import { ProblemError } from '../../api/problem'
import { sentenceOf } from '../../api/sentence'
import type { Order } from '../../api/types'
import { MINE } from '../../api/useSession'
import { showToast } from '../../design/toasts'
import { useTranslation } from '../../design/translation'
import { staff } from '../staffApi'
import { takeMoved, type Move } from './queue'

/** What is the matter with one order, and says nothing of the next. */
const OF_ONE_ORDER = [404, 409]

/**
 * Ships or delivers several orders, one after another. One that has moved on meanwhile is left out; whatever else goes wrong ends it,
 * and the orders that are left stay chosen.
 */
export function useBulkMove(onMoved: (id: string) => void) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [done, setDone] = useState(0)
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ orders, move }: { orders: Order[]; move: Move }) => {
      let moved = 0
      setDone(0)
      for (const [index, { id }] of orders.entries()) {
        try {
          takeMoved(queryClient, await unwrap(staff().POST(`/api/v1/admin/orders/{id}/${move}`, { params: { path: { id } } })))
          onMoved(id)
          moved++
        } catch (error) {
          if (!(error instanceof ProblemError && OF_ONE_ORDER.includes(error.status))) throw error
        }
        setDone(index + 1)
      }
      return moved
    },
    onSuccess: (moved, { orders, move }) => {
      showToast(t(`staff.orders.bulk.done.${move}`, { count: moved }) + (moved < orders.length ? ` ${t('staff.orders.bulk.left', { count: orders.length - moved })}` : ''))
    },
    onError: (error) => showToast(sentenceOf(error, t)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [MINE, 'staff'] }),
  })
  return { mutate, isPending, done }
}
