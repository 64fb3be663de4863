import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { ProblemError } from '../api/problem'
import type { Order } from '../api/types'
import { countryName } from '../checkout/countries'
import { ButtonLink } from '../design/Button'
import { Card } from '../design/Card'
import { classes } from '../design/classes'
import { formatDateTime } from '../design/date'
import { EmptyState } from '../design/EmptyState'
import { ErrorNotice } from '../design/ErrorNotice'
import page from '../design/page.module.css'
import { SkeletonText } from '../design/Skeleton'
import { usePageTitle } from '../design/usePageTitle'
import { OrderLines } from './OrderLines'
import styles from './Orders.module.css'
import { OrderStatusBadge } from './OrderStatusBadge'
import { orderQuery } from './queries'
import { StatusTimeline } from './StatusTimeline'

const POLL_MS = 3_000

export default function OrderPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const { data: order, error, refetch } = useQuery({
    ...orderQuery(id),
    refetchInterval: (query) => (query.state.data?.status === 'PENDING' ? POLL_MS : false),
  })
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
  const { t, i18n } = useTranslation()
  const { name, street, postalCode, city, country } = order.shippingAddress
  return (
    <>
      <header className={styles.head}>
        <h1>{t('orders.number', { number: order.number })}</h1>
        <OrderStatusBadge status={order.status} />
        <p className={page.muted}>{t('orders.placed', { date: formatDateTime(order.createdAt, i18n.language) })}</p>
        {order.rejectionReason && <p>{t(`orders.rejection.${order.rejectionReason}`)}</p>}
      </header>
      <Card>
        <StatusTimeline status={order.status} />
      </Card>
      <div className={page.columns}>
        <OrderLines order={order} />
        <Card className={classes(page.aside, styles.address)}>
          <h2>{t('orders.address')}</h2>
          <address>
            {name}
            <br />
            {street}
            <br />
            {postalCode} {city}
            <br />
            {countryName(country, i18n.language)}
          </address>
        </Card>
      </div>
    </>
  )
}
