import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Order } from '../api/types'
import { itemCount } from '../cart/itemCount'
import { Button, ButtonLink } from '../design/Button'
import { formatDate } from '../design/date'
import { EmptyState } from '../design/EmptyState'
import { ErrorNotice } from '../design/ErrorNotice'
import page from '../design/page.module.css'
import { Price } from '../design/Price'
import { SkeletonText } from '../design/Skeleton'
import { useTranslation } from '../design/translation'
import { usePageTitle } from '../design/usePageTitle'
import styles from './Orders.module.css'
import { OrderStatusBadge } from './OrderStatusBadge'
import { ordersQuery } from './queries'

export default function OrdersPage() {
  const { t } = useTranslation()
  usePageTitle(t('orders.title'))
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(ordersQuery)
  const orders = data?.pages.flatMap(({ items }) => items)

  if (orders?.length === 0) {
    return (
      <EmptyState title={t('orders.empty')} text={t('orders.emptyText')}>
        <ButtonLink to="/products">{t('home.browse')}</ButtonLink>
      </EmptyState>
    )
  }
  return (
    <div className={page.page}>
      <h1>{t('orders.title')}</h1>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {orders ? (
        <ul className={styles.orders}>
          {orders.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </ul>
      ) : (
        !error && <SkeletonText lines={6} />
      )}
      {hasNextPage && (
        <Button look="secondary" className={styles.more} busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('orders.more')}
        </Button>
      )}
    </div>
  )
}

function OrderRow({ order }: { order: Order }) {
  const { t, language } = useTranslation()
  const names = order.lines.flatMap(({ name }) => name ?? []).join(', ')
  return (
    <li className={styles.order}>
      <div className={styles.orderHead}>
        <h2>
          <Link to={`/orders/${order.id}`}>{t('orders.number', { number: order.number })}</Link>
        </h2>
        <OrderStatusBadge status={order.status} />
      </div>
      <p className={styles.names}>{names}</p>
      <p className={styles.facts}>
        {t('orders.placed', { date: formatDate(order.createdAt, language) })} · {t('orders.items', { count: itemCount(order.lines) })}
      </p>
      <Price money={order.total} className={styles.orderTotal} />
    </li>
  )
}
