import { useState } from 'react'
import type { Product } from '../api/types'
import { useAddToCart } from '../cart/useAddToCart'
import { Button, ButtonLink } from '../design/Button'
import { Icon } from '../design/Icon'
import { MAX_QUANTITY, QuantityStepper } from '../design/QuantityStepper'
import { useTranslation } from '../design/translation'
import styles from './ProductPage.module.css'

/** How many, and into the cart with them; a sold-out product shows the way to its neighbours. */
export function AddToCart({ product, categoryPath }: { product: Product; categoryPath: string }) {
  const { t } = useTranslation()
  const [quantity, setQuantity] = useState(1)
  const { add, isPending } = useAddToCart()
  const { id, name, stock } = product
  const category = product.categoryLabel ?? product.category

  if (stock <= 0) {
    return (
      <div className={styles.soldOut}>
        <p>{t('product.soldOutText', { category })}</p>
        <ButtonLink to={categoryPath} look="secondary">
          {t('product.back', { category })}
        </ButtonLink>
      </div>
    )
  }
  return (
    <>
      <div className={styles.buy}>
        <QuantityStepper label={name} value={quantity} max={Math.min(stock, MAX_QUANTITY)} onChange={setQuantity} />
        <Button size="l" busy={isPending} onClick={() => add({ productId: id, name, quantity })}>
          {t('product.add')}
        </Button>
      </div>
      <p className={styles.secure}>
        <Icon name="check" size={18} />
        {t('product.secure')}
      </p>
    </>
  )
}
