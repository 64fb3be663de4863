import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { unwrap } from '../../api/client'
import { sentenceOf } from '../../api/sentence'
import type { Order } from '../../api/types'
import { MINE } from '../../api/useSession'
import { showToast } from '../../design/toasts'
import { useTranslation } from '../../design/translation'
import { oneByOne } from '../oneByOne'
import { staff } from '../staffApi'
import { takeMoved, type Move } from './queue'

/**
 * Ships or delivers several orders, one after another. One that has moved on meanwhile is left out; whatever else goes wrong ends it,
 * and the orders that are left stay chosen.
 */
export function useBulkMove(onMoved: (id: string) => void) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [done, setDone] = useState(0)
  const { mutate, isPending } = useMutation({
    mutationFn: ({ orders, move }: { orders: Order[]; move: Move }) =>
      oneByOne(
        orders,
        async ({ id }) => {
          takeMoved(queryClient, await unwrap(staff().POST(`/api/v1/admin/orders/{id}/${move}`, { params: { path: { id } } })))
          onMoved(id)
        },
        setDone,
      ),
    onSuccess: (moved, { orders, move }) => {
      showToast(t(`staff.orders.bulk.done.${move}`, { count: moved }) + (moved < orders.length ? ` ${t('staff.orders.bulk.left', { count: orders.length - moved })}` : ''))
    },
    onError: (error) => showToast(sentenceOf(error, t)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [MINE, 'staff'] }),
  })
  return { mutate, isPending, done }
}
