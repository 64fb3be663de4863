import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { Link, useParams } from 'react-router'
import { PostalAddress } from '../../addresses/PostalAddress'
import { ProblemError } from '../../api/problem'
import type { Order } from '../../api/types'
import { Button, ButtonLink } from '../../design/Button'
import { Card } from '../../design/Card'
import { classes } from '../../design/classes'
import { formatDateTime } from '../../design/date'
import { EmptyState } from '../../design/EmptyState'
import { ErrorNotice } from '../../design/ErrorNotice'
import page from '../../design/page.module.css'
import { SkeletonText } from '../../design/Skeleton'
import { useTranslation } from '../../design/translation'
import { usePageTitle } from '../../design/usePageTitle'
import { OrderLines } from '../../orders/OrderLines'
import orderStyles from '../../orders/Orders.module.css'
import { OrderStatusBadge } from '../../orders/OrderStatusBadge'
import { Timeline } from '../../orders/StatusTimeline'
import styles from '../Staff.module.css'
import { nextMove, staffHistoryQuery, staffOrderQuery, useMove } from './queue'

/** One order as those see it who pack and send it. */
export default function StaffOrderPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const { data: order, error, refetch } = useQuery(staffOrderQuery(id))
  usePageTitle(order ? t('orders.number', { number: order.number }) : undefined)

  if (error instanceof ProblemError && error.status === 404) {
    return (
      <EmptyState title={t('orders.gone')} text={t('staff.orders.goneText')}>
        <ButtonLink to="/admin/orders">{t('staff.orders.back')}</ButtonLink>
      </EmptyState>
    )
  }
  return (
    <div className={styles.page}>
      <Link to="/admin/orders">{t('staff.orders.back')}</Link>
      {order ? <Details order={order} /> : error ? <ErrorNotice error={error} onRetry={refetch} /> : <SkeletonText lines={8} />}
    </div>
  )
}

function Details({ order }: { order: Order }) {
  const { t, language } = useTranslation()
  const { data: history } = useQuery(staffHistoryQuery(order.id))
  return (
    <>
      <header className={orderStyles.head}>
        <h1>{t('orders.number', { number: order.number })}</h1>
        <OrderStatusBadge status={order.status} />
        <p className={page.muted}>{t('orders.placed', { date: formatDateTime(order.createdAt, language) })}</p>
        {order.rejectionReason && <p>{t(`orders.rejection.${order.rejectionReason}`)}</p>}
      </header>
      <Moves order={order} />
      <Card>
        <Timeline order={order} history={history} />
      </Card>
      <div className={page.columns}>
        <OrderLines order={order} title={t('staff.orders.lines')} />
        <Card className={classes(page.aside, orderStyles.address)}>
          <h2>{t('orders.address')}</h2>
          {order.shippingAddress ? <PostalAddress address={order.shippingAddress} /> : <p>{t('staff.orders.forgotten')}</p>}
          <Link to={`/admin/orders?userId=${order.userId}`}>{t('staff.orders.sameCustomer')}</Link>
        </Card>
      </div>
    </>
  )
}

/** The next step has another button than the one before, which must not be pressed twice: the focus stays with what is beside it. */
function Moves({ order }: { order: Order }) {
  const { t } = useTranslation()
  const beside = useRef<HTMLAnchorElement>(null)
  const { mutate, isPending } = useMove(order, () => beside.current?.focus())
  const move = nextMove(order)
  return (
    <div className={styles.actions}>
      {move && (
        <Button key={move} busy={isPending} onClick={() => mutate(move)}>
          {t(`staff.orders.${move}`)}
        </Button>
      )}
      <ButtonLink ref={beside} to={`/admin/orders/${order.id}/packing-slip`} look="secondary">
        {t('staff.slip.open')}
      </ButtonLink>
    </div>
  )
}
