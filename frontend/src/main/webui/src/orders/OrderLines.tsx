import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Order } from '../api/types'
import { Card } from '../design/Card'
import { Picture } from '../design/Picture'
import { Price } from '../design/Price'
import { Skeleton } from '../design/Skeleton'
import { useTranslation } from '../design/translation'
import styles from './Orders.module.css'
import { picturesQuery } from './queries'

/** What was ordered, at the prices of that day; the title is what it is called to a customer, if nothing else is said. */
export function OrderLines({ order, title }: { order: Order; title?: string }) {
  const { t } = useTranslation()
  const { data: pictures, isPending } = useQuery(picturesQuery(order.lines.map(({ productId }) => productId)))
  return (
    <Card className={styles.receipt}>
      <h2>{title ?? t('orders.lines')}</h2>
      <ul className={styles.lines}>
        {order.lines.map((line) => (
          <li key={line.productId}>
            {isPending ? <Skeleton className={styles.picture} /> : <Picture src={pictures?.get(line.productId)} className={styles.picture} />}
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
