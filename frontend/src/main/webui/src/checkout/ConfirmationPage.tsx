import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { Order } from '../api/types'
import { ButtonLink } from '../design/Button'
import { classes } from '../design/classes'
import { ErrorNotice } from '../design/ErrorNotice'
import { Icon, type IconName } from '../design/Icon'
import page from '../design/page.module.css'
import { SkeletonText } from '../design/Skeleton'
import { useTranslation } from '../design/translation'
import { usePageTitle } from '../design/usePageTitle'
import { OrderLines } from '../orders/OrderLines'
import { orderQuery } from '../orders/queries'
import styles from './CheckoutPage.module.css'

const POLL_MS = 2_000

/** The order just placed; while it is pending the page keeps asking. */
export default function ConfirmationPage() {
  const { id = '' } = useParams()
  const { data: order, error, refetch } = useQuery({
    ...orderQuery(id),
    refetchInterval: (query) => (query.state.data?.status === 'PENDING' ? POLL_MS : false),
  })
  return (
    <div className={classes(page.page, page.narrow)}>
      {order ? <Outcome order={order} /> : error ? <ErrorNotice error={error} onRetry={refetch} /> : <SkeletonText lines={6} />}
    </div>
  )
}

function Outcome({ order }: { order: Order }) {
  const { t } = useTranslation()
  const { icon, title, text } = outcomeOf(order.status)
  usePageTitle(t(title))
  return (
    <>
      <section className={styles.confirmation} aria-live="polite">
        <span className={classes(styles.seal, order.status === 'PENDING' && styles.waiting)}>
          <Icon name={icon} size={44} />
        </span>
        <h1>{t(title)}</h1>
        <p>{t(text, { number: order.number })}</p>
        {order.rejectionReason && <p>{t(`orders.rejection.${order.rejectionReason}`)}</p>}
        <div className={styles.actions}>
          <ButtonLink to={`/orders/${order.id}`}>{t('confirmation.view')}</ButtonLink>
          <ButtonLink to="/products" look="secondary">
            {t('cart.keepShopping')}
          </ButtonLink>
        </div>
      </section>
      <OrderLines order={order} />
    </>
  )
}

function outcomeOf(status: Order['status']) {
  switch (status) {
    case 'PENDING':
      return { icon: 'bag', title: 'confirmation.pendingTitle', text: 'confirmation.pendingText' } as const satisfies Outcome
    case 'REJECTED':
    case 'CANCELLED':
      return { icon: 'cross', title: 'confirmation.rejectedTitle', text: 'confirmation.rejectedText' } as const satisfies Outcome
    default:
      return { icon: 'check', title: 'confirmation.title', text: 'confirmation.lead' } as const satisfies Outcome
  }
}

interface Outcome {
  icon: IconName
  title: string
  text: string
}
