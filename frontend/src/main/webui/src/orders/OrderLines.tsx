import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Order } from '../api/types'
import { Card } from '../design/Card'
import { Price } from '../design/Price'
import styles from './Orders.module.css'

/** What was ordered, at the prices of that day. */
export function OrderLines({ order }: { order: Order }) {
  const { t } = useTranslation()
  return (
    <Card className={styles.receipt}>
      <h2>{t('orders.lines')}</h2>
      <ul className={styles.lines}>
        {order.lines.map((line) => (
          <li key={line.productId}>
            <span>
              <Link to={`/products/${line.productId}`}>{line.name ?? t('product.unnamed')}</Link>
              <small>
                {line.quantity} × <Price money={line.unitPrice} />
              </small>
            </span>
            <Price money={line.lineTotal} className={styles.amount} />
          </li>
        ))}
      </ul>
      <p className={styles.total}>
        {t('orders.total')} <Price money={order.total} />
      </p>
    </Card>
  )
}
