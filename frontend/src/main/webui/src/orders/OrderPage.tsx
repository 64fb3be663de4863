import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { PostalAddress } from '../addresses/PostalAddress'
import { ProblemError } from '../api/problem'
import type { Order } from '../api/types'
import { ButtonLink } from '../design/Button'
import { Card } from '../design/Card'
import { classes } from '../design/classes'
import { formatDateTime } from '../design/date'
import { EmptyState } from '../design/EmptyState'
import { ErrorNotice } from '../design/ErrorNotice'
import page from '../design/page.module.css'
import { SkeletonText } from '../design/Skeleton'
import { useTranslation } from '../design/translation'
import { usePageTitle } from '../design/usePageTitle'
import { OrderActions } from './OrderActions'
import { OrderLines } from './OrderLines'
import styles from './Orders.module.css'
import { OrderStatusBadge } from './OrderStatusBadge'
import { orderQuery } from './queries'
import { StatusTimeline } from './StatusTimeline'
import { useOrderEvents } from './useOrderEvents'

/** One order: how it stands, as it happens, and what can be done with it. */
export default function OrderPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const { data: order, error, refetch } = useQuery(orderQuery(id))
  useOrderEvents(order)
  usePageTitle(order ? t('orders.number', { number: order.number }) : undefined)

  if (error instanceof ProblemError && error.status === 404) {
    return (
      <EmptyState title={t('orders.gone')} text={t('orders.goneText')}>
        <ButtonLink to="/orders">{t('orders.back')}</ButtonLink>
      </EmptyState>
    )
  }
  return (
    <div className={page.page}>
      <Link to="/orders">{t('orders.back')}</Link>
      {order ? <Details order={order} /> : error ? <ErrorNotice error={error} onRetry={refetch} /> : <SkeletonText lines={8} />}
    </div>
  )
}

function Details({ order }: { order: Order }) {
  const { t, language } = useTranslation()
  return (
    <>
      <header className={styles.head}>
        <h1>{t('orders.number', { number: order.number })}</h1>
        <OrderStatusBadge status={order.status} />
        <p className={page.muted}>{t('orders.placed', { date: formatDateTime(order.createdAt, language) })}</p>
        {order.rejectionReason && <p>{t(`orders.rejection.${order.rejectionReason}`)}</p>}
      </header>
      <Card>
        <StatusTimeline order={order} />
      </Card>
      <OrderActions order={order} />
      <div className={page.columns}>
        <OrderLines order={order} />
        {order.shippingAddress && (
          <Card className={classes(page.aside, styles.address)}>
            <h2>{t('orders.address')}</h2>
            <PostalAddress address={order.shippingAddress} />
          </Card>
        )}
      </div>
    </>
  )
}
