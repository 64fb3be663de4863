import type { Cart } from '../api/types'
import { Card } from '../design/Card'
import { classes } from '../design/classes'
import page from '../design/page.module.css'
import { Picture } from '../design/Picture'
import { Price } from '../design/Price'
import { useTranslation } from '../design/translation'
import styles from './CheckoutPage.module.css'

/** What is about to be ordered, beside the form. */
export function CartSummary({ cart }: { cart: Cart }) {
  const { t } = useTranslation()
  return (
    <Card className={classes(page.aside, styles.summary)}>
      <h2>{t('cart.summary')}</h2>
      <ul className={styles.lines}>
        {cart.items.map((line) => (
          <li key={line.productId}>
            <Picture src={line.imageUrl} className={styles.thumbnail} />
            <span>
              {line.quantity} × {line.name ?? t('product.unnamed')}
            </span>
            <Price money={line.lineTotal} className={styles.lineTotal} />
          </li>
        ))}
      </ul>
      <p className={styles.total}>
        {t('cart.total')} <Price money={cart.total} />
      </p>
    </Card>
  )
}
