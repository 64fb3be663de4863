import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Product } from '../api/types'
import { ProductGrid } from './ProductGrid'
import styles from './ProductPage.module.css'
import { productsQuery } from './queries'

const SHOWN = 4

/** A few neighbours of the same category that can be had now. */
export function SimilarProducts({ product: { id, category } }: { product: Product }) {
  const { t } = useTranslation()
  const { data } = useQuery(productsQuery({ category, inStock: true, sort: 'newest', page: 0 }, SHOWN + 1))
  const similar = data?.items.filter((other) => other.id !== id).slice(0, SHOWN)
  if (similar?.length === 0) return null
  return (
    <section className={styles.similar} aria-labelledby="similar">
      <h2 id="similar">{t('product.similar', { category })}</h2>
      <ProductGrid products={similar} expected={SHOWN} />
    </section>
  )
}
