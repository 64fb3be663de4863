import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import type { CartLine } from '../api/types'
import { Button } from '../design/Button'
import { classes } from '../design/classes'
import { Icon } from '../design/Icon'
import { formatMoney } from '../design/money'
import { Picture } from '../design/Picture'
import { Price } from '../design/Price'
import { MAX_QUANTITY, QuantityStepper } from '../design/QuantityStepper'
import { useTranslation } from '../design/translation'
import styles from './CartPage.module.css'
import { lineChanges } from './lineChanges'

/** A product in the cart: how many, for how much, and what stands in the way of ordering it. */
export function CartLineRow({ line }: { line: CartLine }) {
  const { t, language } = useTranslation()
  const queryClient = useQueryClient()
  const gone = line.problem === 'gone'
  const name = line.name ?? t('product.unnamed')
  const { mutate, isPending } = useMutation(lineChanges(queryClient, t))
  // What was pressed last, until the cart has it.
  const [wanted, setWanted] = useState<number | null>(null)
  const self = useRef<HTMLLIElement>(null)

  function change(quantity: number) {
    setWanted(quantity)
    mutate({ line, quantity }, { onSettled: () => setWanted(null) })
  }

  function lower() {
    self.current?.focus()
    change(line.available)
  }

  return (
    <li ref={self} tabIndex={-1} className={classes(styles.line, gone && styles.gone)} aria-busy={isPending}>
      <Picture src={line.imageUrl} className={styles.picture} />
      {gone ? (
        <span className={styles.name}>{name}</span>
      ) : (
        <Link to={`/products/${line.productId}`} className={styles.name}>
          {name}
        </Link>
      )}
      <Price money={line.lineTotal} className={styles.lineTotal} />
      <span className={styles.each}>{line.unitPrice && t('cart.each', { price: formatMoney(line.unitPrice, language) })}</span>
      <div className={styles.controls}>
        {gone ? (
          <span />
        ) : (
          <QuantityStepper
            label={name}
            value={wanted || line.quantity}
            max={Math.min(line.available, MAX_QUANTITY)}
            onChange={change}
          />
        )}
        <Button look="quiet" disabled={wanted === 0} aria-label={t('cart.removeName', { name })} onClick={() => change(0)}>
          <Icon name="trash" size={18} />
          {t('cart.remove')}
        </Button>
      </div>
      {line.problem && <LineProblem line={line} onLower={lower} />}
    </li>
  )
}

function LineProblem({ line, onLower }: { line: CartLine; onLower: () => void }) {
  const { t } = useTranslation()
  if (line.problem === 'gone') return <p className={styles.problem}>{t('cart.gone')}</p>
  if (line.available === 0) return <p className={styles.problem}>{t('cart.soldOut')}</p>
  return (
    <div className={styles.problem}>
      {t('cart.short', { count: line.available })}
      <Button look="secondary" onClick={onLower}>
        {t('cart.lower', { count: line.available })}
      </Button>
    </div>
  )
}
