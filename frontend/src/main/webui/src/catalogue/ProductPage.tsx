import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { NetworkError, ProblemError } from '../api/problem'
import type { Product } from '../api/types'
import { ButtonLink } from '../design/Button'
import { EmptyState } from '../design/EmptyState'
import { ErrorNotice } from '../design/ErrorNotice'
import page from '../design/page.module.css'
import { Price } from '../design/Price'
import { Skeleton, SkeletonText } from '../design/Skeleton'
import { useTranslation } from '../design/translation'
import { usePageTitle } from '../design/usePageTitle'
import { AddToCart } from './AddToCart'
import { searchOf } from './filters'
import { Gallery } from './Gallery'
import styles from './ProductPage.module.css'
import { productQuery } from './queries'
import { SimilarProducts } from './SimilarProducts'
import { StockBadge } from './StockBadge'

export default function ProductPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const { data: product, error, refetch } = useQuery(productQuery(id))
  usePageTitle(product?.name)

  if (error instanceof ProblemError && error.status < 500 && error.status !== 429) {
    return (
      <EmptyState title={t('product.gone')} text={t('product.goneText')}>
        <ButtonLink to="/products">{t('home.browse')}</ButtonLink>
      </EmptyState>
    )
  }
  return (
    <div className={page.page}>
      {product ? (
        <>
          <Details product={product} />
          <SimilarProducts key={product.id} product={product} />
        </>
      ) : error ? (
        <>
          <h1>{t(error instanceof NetworkError ? 'error.offlineTitle' : 'error.title')}</h1>
          <ErrorNotice error={error} onRetry={refetch} />
        </>
      ) : (
        <div className={styles.product}>
          <Skeleton className={styles.picture} />
          <SkeletonText lines={6} />
        </div>
      )}
    </div>
  )
}

function Details({ product }: { product: Product }) {
  const { t } = useTranslation()
  const categoryPath = `/products${searchOf({ category: product.category, page: 0 })}`
  return (
    <article className={styles.product}>
      <Gallery key={product.id} src={product.imageUrl} name={product.name} />
      <div className={styles.details}>
        <Link to={categoryPath} className={styles.category}>
          {product.categoryLabel ?? product.category}
        </Link>
        <h1>{product.name}</h1>
        <Price money={product.price} className={styles.price} />
        <StockBadge stock={product.stock} />
        <p className={styles.description}>{product.description}</p>
        <AddToCart key={product.id} product={product} categoryPath={categoryPath} />
        <p className={styles.sku}>{t('product.sku', { sku: product.sku })}</p>
      </div>
    </article>
  )
}
