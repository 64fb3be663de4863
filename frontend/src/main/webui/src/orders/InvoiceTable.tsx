import type { Order } from '../api/types'
import { Price } from '../design/Price'
import { useTranslation } from '../design/translation'
import styles from './InvoicePage.module.css'

/** What was bought, and what it cost then. */
export function InvoiceTable({ order }: { order: Order }) {
  const { t } = useTranslation()
  return (
    // A table as wide as its numbers: on a small screen it moves by itself, and not the page.
    <div role="region" aria-label={t('orders.lines')} tabIndex={0} className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('invoice.product')}</th>
            <th scope="col">{t('product.quantity')}</th>
            <th scope="col">{t('invoice.price')}</th>
            <th scope="col">{t('invoice.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map(({ productId, name, sku, quantity, unitPrice, lineTotal }) => (
            <tr key={productId}>
              <th scope="row">
                {name ?? t('product.unnamed')}
                {sku && <small>{t('product.sku', { sku })}</small>}
              </th>
              <td>{quantity}</td>
              <td>
                <Price money={unitPrice} />
              </td>
              <td>
                <Price money={lineTotal} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('orders.total')}
            </th>
            <td>
              <Price money={order.total} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
