import { useQuery } from '@tanstack/react-query'
import type { Product } from '../api/types'
import { classes } from '../design/classes'
import { useTranslation } from '../design/translation'
import { useNear } from '../design/useNear'
import { ProductGrid } from './ProductGrid'
import styles from './ProductPage.module.css'
import { productsQuery } from './queries'

const SHOWN = 4

/** A few neighbours of the same category that can be had now, read when somebody comes near. They are an extra: without an answer there are none. */
export function SimilarProducts({ product }: { product: Product }) {
  const { place, isNear } = useNear<HTMLDivElement>()
  return (
    <div ref={place} className={classes(!isNear && styles.awaited)}>
      {isNear && <Neighbours product={product} />}
    </div>
  )
}

function Neighbours({ product: { id, category, categoryLabel } }: { product: Product }) {
  const { t } = useTranslation()
  const { data, isError } = useQuery(productsQuery({ category, inStock: true, sort: 'newest', page: 0 }, SHOWN + 1))
  const similar = data?.items.filter((other) => other.id !== id).slice(0, SHOWN)
  if (isError || similar?.length === 0) return null
  return (
    <section className={styles.similar} aria-labelledby="similar">
      <h2 id="similar">{t('product.similar', { category: categoryLabel ?? category })}</h2>
      <ProductGrid products={similar} expected={SHOWN} />
    </section>
  )
}
