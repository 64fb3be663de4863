import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { sentenceOf } from '../api/sentence'
import type { CartLine } from '../api/types'
import { Button } from '../design/Button'
import { classes } from '../design/classes'
import { Icon } from '../design/Icon'
import { formatMoney } from '../design/money'
import { Picture } from '../design/Picture'
import { Price } from '../design/Price'
import { MAX_QUANTITY, QuantityStepper } from '../design/QuantityStepper'
import { showToast } from '../design/toasts'
import styles from './CartPage.module.css'
import { useChangeLine } from './useCart'

/** A product in the cart: how many, for how much, and what stands in the way of ordering it. */
export function CartLineRow({ line }: { line: CartLine }) {
  const { t, i18n } = useTranslation()
  const { mutate, isPending } = useChangeLine()
  const gone = line.problem === 'gone'
  const name = line.name ?? t('product.unnamed')

  function change(quantity: number) {
    mutate(
      { productId: line.productId, quantity },
      {
        onSuccess: () => quantity === 0 && showToast(t('cart.removed', { name })),
        onError: (error) => showToast(sentenceOf(error, t)),
      },
    )
  }

  return (
    <li className={classes(styles.line, gone && styles.gone)} aria-busy={isPending}>
      <Picture src={line.imageUrl} className={styles.picture} />
      {gone ? (
        <span className={styles.name}>{name}</span>
      ) : (
        <Link to={`/products/${line.productId}`} className={styles.name}>
          {name}
        </Link>
      )}
      <Price money={line.lineTotal} className={styles.lineTotal} />
      <span className={styles.each}>{line.unitPrice && t('cart.each', { price: formatMoney(line.unitPrice, i18n.language) })}</span>
      <div className={styles.controls}>
        {gone ? (
          <span />
        ) : (
          <QuantityStepper
            label={name}
            value={line.quantity}
            max={Math.min(line.available, MAX_QUANTITY)}
            disabled={isPending}
            onChange={change}
          />
        )}
        <Button look="quiet" disabled={isPending} aria-label={t('cart.removeName', { name })} onClick={() => change(0)}>
          <Icon name="trash" size={18} />
          {t('cart.remove')}
        </Button>
      </div>
      {line.problem && <LineProblem line={line} onLower={change} />}
    </li>
  )
}

function LineProblem({ line, onLower }: { line: CartLine; onLower: (quantity: number) => void }) {
  const { t } = useTranslation()
  if (line.problem === 'gone') return <p className={styles.problem}>{t('cart.gone')}</p>
  if (line.available === 0) return <p className={styles.problem}>{t('cart.soldOut')}</p>
  return (
    <div className={styles.problem}>
      {t('cart.short', { count: line.available })}
      <Button look="secondary" onClick={() => onLower(line.available)}>
        {t('cart.lower', { count: line.available })}
      </Button>
    </div>
  )
}
