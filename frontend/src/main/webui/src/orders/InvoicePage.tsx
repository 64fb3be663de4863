import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { PostalAddress } from '../addresses/PostalAddress'
import type { Order } from '../api/types'
import { ButtonLink } from '../design/Button'
import { formatDate } from '../design/date'
import { EmptyState } from '../design/EmptyState'
import page from '../design/page.module.css'
import { useTranslation } from '../design/translation'
import { usePageTitle } from '../design/usePageTitle'
import { hasInvoice } from './invoice'
import { InvoiceTable } from './InvoiceTable'
import { PaperSheet } from './PaperSheet'
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
      <PaperSheet order={order} error={error} onRetry={refetch} back={`/orders/${id}`} title="invoice.title">
        {(paid) => <Content order={paid} />}
      </PaperSheet>
    </div>
  )
}

function Content({ order }: { order: Order }) {
  const { t, language } = useTranslation()
  return (
    <>
      {order.shippingAddress && (
        <section>
          <h2>{t('invoice.to')}</h2>
          <PostalAddress address={order.shippingAddress} />
        </section>
      )}
      <InvoiceTable order={order} />
      <p>{order.status === 'CANCELLED' ? t('invoice.returned', { date: formatDate(order.updatedAt, language) }) : t('invoice.paid')}</p>
      <p className={page.muted}>{t('footer.sandbox')}</p>
    </>
  )
}
