import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { PostalAddress } from '../../addresses/PostalAddress'
import type { Order } from '../../api/types'
import { itemCount } from '../../cart/itemCount'
import { Button } from '../../design/Button'
import { formatDate } from '../../design/date'
import { ErrorNotice } from '../../design/ErrorNotice'
import { Logo } from '../../design/Logo'
import { SkeletonText } from '../../design/Skeleton'
import { useTranslation } from '../../design/translation'
import { usePageTitle } from '../../design/usePageTitle'
import sheet from '../../orders/InvoicePage.module.css'
import styles from '../Staff.module.css'
import { staffOrderQuery } from './queue'

/** What goes into the parcel: where to, and what is in it. No prices, since it may be a present. */
export default function PackingSlipPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const { data: order, error, refetch } = useQuery(staffOrderQuery(id))
  usePageTitle(order ? t('staff.slip.title', { number: order.number }) : undefined)
  return (
    <div className={styles.page}>
      <div className={sheet.tools}>
        <Link to={`/admin/orders/${id}`}>{t('invoice.back')}</Link>
        {order && <Button onClick={() => window.print()}>{t('invoice.print')}</Button>}
      </div>
      {order ? <Sheet order={order} /> : error ? <ErrorNotice error={error} onRetry={refetch} /> : <SkeletonText lines={8} />}
    </div>
  )
}

function Sheet({ order }: { order: Order }) {
  const { t, language } = useTranslation()
  return (
    <article className={sheet.sheet}>
      <header className={sheet.head}>
        <p className={sheet.seller}>
          <Logo className={sheet.logo} />
          CloudShop
        </p>
        <div>
          <h1>{t('staff.slip.title', { number: order.number })}</h1>
          <p>{t('invoice.date', { date: formatDate(order.createdAt, language) })}</p>
        </div>
      </header>
      <section>
        <h2>{t('orders.address')}</h2>
        {order.shippingAddress ? <PostalAddress address={order.shippingAddress} /> : t('staff.orders.forgotten')}
      </section>
      <div role="region" aria-label={t('staff.slip.content')} tabIndex={0} className={sheet.scroll}>
        <table className={sheet.table}>
          <thead>
            <tr>
              <th scope="col">{t('invoice.product')}</th>
              <th scope="col">{t('staff.products.sku')}</th>
              <th scope="col">{t('product.quantity')}</th>
            </tr>
          </thead>
          <tbody>
            {order.lines.map(({ productId, name, sku, quantity }) => (
              <tr key={productId}>
                <th scope="row">{name ?? t('product.unnamed')}</th>
                <td>{sku}</td>
                <td>{quantity}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{t('staff.slip.count', { count: itemCount(order.lines) })}</p>
    </article>
  )
}
