import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { PostalAddress } from '../../addresses/PostalAddress'
import type { Order } from '../../api/types'
import { itemCount } from '../../cart/itemCount'
import { useTranslation } from '../../design/translation'
import { usePageTitle } from '../../design/usePageTitle'
import sheet from '../../orders/InvoicePage.module.css'
import { PaperSheet } from '../../orders/PaperSheet'
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
      <PaperSheet order={order} error={error} onRetry={refetch} back={`/admin/orders/${id}`} title="staff.slip.title">
        {(packed) => <Content order={packed} />}
      </PaperSheet>
    </div>
  )
}

function Content({ order }: { order: Order }) {
  const { t } = useTranslation()
  return (
    <>
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
    </>
  )
}
