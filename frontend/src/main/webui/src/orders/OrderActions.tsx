import { useMutation, useQueryClient } from '@tanstack/react-query'
import { sentenceOf } from '../api/sentence'
import type { Order } from '../api/types'
import { afterLastChange, ONE_AFTER_THE_OTHER } from '../cart/changes'
import { drawer } from '../cart/drawer'
import { Button, ButtonLink } from '../design/Button'
import { showToast } from '../design/toasts'
import { useTranslation } from '../design/translation'
import { buyAgain } from './buyAgain'
import { CancelOrder } from './CancelOrder'
import { hasInvoice } from './invoice'
import styles from './Orders.module.css'

/** What can be done with an order as it is. */
export function OrderActions({ order }: { order: Order }) {
  const { t } = useTranslation()
  return (
    <div className={styles.actions}>
      <BuyAgain order={order} />
      {hasInvoice(order) && (
        <ButtonLink to={`/orders/${order.id}/invoice`} look="secondary">
          {t('orders.invoice')}
        </ButtonLink>
      )}
      {order.status === 'CONFIRMED' && <CancelOrder order={order} />}
    </div>
  )
}

function BuyAgain({ order }: { order: Order }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { mutate, isPending } = useMutation({
    ...ONE_AFTER_THE_OTHER,
    mutationFn: () => buyAgain(queryClient, order.lines),
    onSuccess: (missing) => {
      const names = missing.map(({ name }) => name ?? t('product.unnamed')).join(', ')
      if (missing.length === order.lines.length) showToast(t('orders.boughtNothing'))
      else drawer.open(missing.length === 0 ? t('orders.bought') : t('orders.boughtSome', { names }))
    },
    onError: (error) => showToast(sentenceOf(error, t)),
    onSettled: () => afterLastChange(queryClient),
  })
  return (
    <Button look="secondary" busy={isPending} onClick={() => mutate()}>
      {t('orders.buyAgain')}
    </Button>
  )
}
