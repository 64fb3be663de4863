import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { PostalAddress } from '../addresses/PostalAddress'
import type { Order } from '../api/types'
import { Button, ButtonLink } from '../design/Button'
import { formatDate } from '../design/date'
import { EmptyState } from '../design/EmptyState'
import { ErrorNotice } from '../design/ErrorNotice'
import { Logo } from '../design/Logo'
import page from '../design/page.module.css'
import { SkeletonText } from '../design/Skeleton'
import { useTranslation } from '../design/translation'
import { usePageTitle } from '../design/usePageTitle'
import { hasInvoice } from './invoice'
import { InvoiceTable } from './InvoiceTable'
import styles from './InvoicePage.module.css'
import { orderQuery } from './queries'

/** An order as a sheet of paper. */
export default function InvoicePage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const { data: order, error, refetch } = useQuery(orderQuery(id))
  usePageTitle(order ? t('invoice.title', { number: order.number }) : undefined)

  if (order && !hasInvoice(order)) {
    return (
      <EmptyState title={t('invoice.none')} text={t('invoice.noneText')}>
        <ButtonLink to={`/orders/${id}`}>{t('confirmation.view')}</ButtonLink>
      </EmptyState>
    )
  }
  return (
    <div className={page.page}>
      <div className={styles.tools}>
        <Link to={`/orders/${id}`}>{t('invoice.back')}</Link>
        {order && <Button onClick={() => window.print()}>{t('invoice.print')}</Button>}
      </div>
      {order ? <Sheet order={order} /> : error ? <ErrorNotice error={error} onRetry={refetch} /> : <SkeletonText lines={8} />}
    </div>
  )
}

function Sheet({ order }: { order: Order }) {
  const { t, language } = useTranslation()
  return (
    <article className={styles.sheet}>
      <header className={styles.head}>
        <p className={styles.seller}>
          <Logo className={styles.logo} />
          CloudShop
        </p>
        <div>
          <h1>{t('invoice.title', { number: order.number })}</h1>
          <p>{t('invoice.date', { date: formatDate(order.createdAt, language) })}</p>
        </div>
      </header>
      {order.shippingAddress && (
        <section>
          <h2>{t('invoice.to')}</h2>
          <PostalAddress address={order.shippingAddress} />
        </section>
      )}
      <InvoiceTable order={order} />
      <p>{order.status === 'CANCELLED' ? t('invoice.returned', { date: formatDate(order.updatedAt, language) }) : t('invoice.paid')}</p>
      <p className={page.muted}>{t('footer.sandbox')}</p>
    </article>
  )
}
