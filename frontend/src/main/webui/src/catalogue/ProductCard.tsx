import { Link } from 'react-router'
import type { FoundProduct, Product } from '../api/types'
import { useAddToCart } from '../cart/useAddToCart'
import { Icon } from '../design/Icon'
import { Picture } from '../design/Picture'
import { Price } from '../design/Price'
import { Skeleton } from '../design/Skeleton'
import { useTranslation } from '../design/translation'
import { Highlighted, markedIn, parseHighlight } from './highlight'
import styles from './ProductCard.module.css'
import { stockState } from './stock'
import { StockBadge } from './StockBadge'

/** A product in a list; the whole card leads to its page. */
export function ProductCard({ product, eager = false }: { product: Product | FoundProduct; eager?: boolean }) {
  const highlights = 'highlights' in product ? product.highlights : undefined
  const name = highlights?.['name']?.[0] ?? ''
  const description = highlights?.['description']?.[0]
  return (
    <li className={styles.card}>
      <Picture src={product.imageUrl} className={styles.picture} eager={eager} />
      <div className={styles.badge}>{stockState(product.stock) !== 'in' && <StockBadge stock={product.stock} />}</div>
      <div className={styles.text}>
        <p className={styles.category}>{product.categoryLabel ?? product.category}</p>
        <h3 className={styles.name}>
          <Link to={`/products/${product.id}`}><Highlighted stretches={markedIn(product.name, name)} /></Link>
        </h3>
        {description && (
          <p className={styles.fragment}>
            <Highlighted stretches={parseHighlight(description)} />
          </p>
        )}
        <div className={styles.offer}>
          <Price money={product.price} className={styles.price} />
          <QuickAdd product={product} />
        </div>
      </div>
    </li>
  )
}

function QuickAdd({ product }: { product: Product }) {
  const { t } = useTranslation()
  const { add } = useAddToCart()
  if (product.stock <= 0) return null
  return (
    <button
      type="button"
      className={styles.add}
      aria-label={`${t('product.add')}: ${product.name}`}
      onClick={() => add({ productId: product.id, name: product.name, quantity: 1 })}
    >
      <Icon name="plus" size={20} />
    </button>
  )
}

export function ProductCardSkeleton() {
  return (
    <li className={styles.card} aria-hidden="true">
      <Skeleton className={styles.pictureSkeleton} />
      <div className={styles.text}>
        <Skeleton className={styles.shortSkeleton} />
        <Skeleton />
        <Skeleton className={styles.shortSkeleton} />
      </div>
    </li>
  )
}
