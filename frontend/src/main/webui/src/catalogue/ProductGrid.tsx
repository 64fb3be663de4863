import type { FoundProduct, Product } from '../api/types'
import { classes } from '../design/classes'
import { Loading } from '../design/Skeleton'
import { ProductCard, ProductCardSkeleton } from './ProductCard'
import styles from './ProductGrid.module.css'

interface ProductGridProps {
  /** Undefined while they are on their way. */
  products: readonly (Product | FoundProduct)[] | undefined
  expected?: number
  /** Whether these are still the previous products. */
  stale?: boolean
}

const ABOVE_THE_FOLD = 4

export function ProductGrid({ products, expected = 12, stale = false }: ProductGridProps) {
  return (
    <ul className={classes(styles.grid, stale && styles.stale)} aria-busy={!products || stale}>
      {products
        ? products.map((product, index) => <ProductCard key={product.id} product={product} eager={index < ABOVE_THE_FOLD} />)
        : Array.from({ length: expected }, (_, index) => <ProductCardSkeleton key={index} />)}
      {!products && (
        <li>
          <Loading />
        </li>
      )}
    </ul>
  )
}
