import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api, unwrap } from '../api/client'
import { sentenceOf } from '../api/sentence'
import type { Order } from '../api/types'
import { Button } from '../design/Button'
import { Dialog } from '../design/Dialog'
import { focusMain } from '../design/focus'
import { showToast } from '../design/toasts'
import { useTranslation } from '../design/translation'
import styles from './Orders.module.css'
import { orderKey, ordersKey } from './queries'

/** Cancels an order, once the customer has said so twice. */
export function CancelOrder({ order: { id } }: { order: Order }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState(false)
  const { mutate, isPending } = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/orders/{id}/cancel', { params: { path: { id } } })),
    // Which takes the question away.
    onSuccess: (cancelled) => queryClient.setQueryData(orderKey(id), cancelled),
    onError: () => setAsked(false),
    onSettled: async (_, error) => {
      showToast(error ? sentenceOf(error, t) : t('orders.cancelled'))
      await queryClient.invalidateQueries({ queryKey: orderKey(id) })
      await queryClient.invalidateQueries({ queryKey: ordersKey })
    },
  })

  const isAsked = useRef(false)
  isAsked.current = asked
  // With an order that is none to cancel any more the question goes, and what had the focus.
  useEffect(() => () => void (isAsked.current && focusMain()), [])

  return (
    <>
      <Button look="quiet" onClick={() => setAsked(true)}>
        {t('orders.cancel')}
      </Button>
      <Dialog
        title={t('orders.cancelTitle')}
        open={asked}
        onClose={() => setAsked(false)}
        footer={
          <div className={styles.decision}>
            <Button look="secondary" onClick={() => setAsked(false)}>
              {t('orders.keep')}
            </Button>
            <Button busy={isPending} onClick={() => mutate()}>
              {t('orders.cancelNow')}
            </Button>
          </div>
        }
      >
        <p>{t('orders.cancelText')}</p>
      </Dialog>
    </>
  )
}
