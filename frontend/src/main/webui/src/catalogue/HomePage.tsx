import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { ErrorNotice } from '../design/ErrorNotice'
import page from '../design/page.module.css'
import { useTranslation } from '../design/translation'
import { usePageTitle } from '../design/usePageTitle'
import { CategoryTiles } from './CategoryTiles'
import { Hero } from './Hero'
import styles from './HomePage.module.css'
import { ProductGrid } from './ProductGrid'
import { Promises } from './Promises'
import { productsQuery } from './queries'

const FRESH_COUNT = 8

export function HomePage() {
  const { t } = useTranslation()
  usePageTitle(undefined)
  const { data: fresh, error, refetch } = useQuery(productsQuery({ sort: 'newest', page: 0 }, FRESH_COUNT))
  return (
    <>
      <Hero products={fresh?.items} />
      <div className={`${page.page} ${styles.sections}`}>
        <section aria-labelledby="categories" className={styles.section}>
          <h2 id="categories">{t('home.categories')}</h2>
          <CategoryTiles />
        </section>
        <section aria-labelledby="fresh" className={styles.section}>
          <header className={styles.header}>
            <h2 id="fresh">{t('home.fresh')}</h2>
            <Link to="/products?sort=newest">{t('home.freshAll')}</Link>
          </header>
          {error ? <ErrorNotice error={error} onRetry={refetch} /> : <ProductGrid products={fresh?.items} expected={FRESH_COUNT} />}
        </section>
        <Promises />
      </div>
    </>
  )
}
