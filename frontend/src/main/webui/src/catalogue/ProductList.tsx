import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { ProductPage, SearchPage } from '../api/types'
import { Button } from '../design/Button'
import { Dialog } from '../design/Dialog'
import { ErrorNotice } from '../design/ErrorNotice'
import { Icon } from '../design/Icon'
import page from '../design/page.module.css'
import { Pagination } from '../design/Pagination'
import { FilterPanel, type FilterChoices } from './FilterPanel'
import { pageCount, searchOf, type Filters } from './filters'
import { ProductGrid } from './ProductGrid'
import styles from './ProductList.module.css'
import { SortSelect } from './SortSelect'

interface ProductListProps extends FilterChoices {
  title: string
  filters: Filters
  result: { data: ProductPage | SearchPage | undefined; error: Error | null; isPlaceholderData: boolean; refetch: () => void }
  defaultSort: 'name' | 'relevance'
  notice?: ReactNode
  /** What to show when nothing fits. */
  empty: ReactNode
}

/** A list of products with filters beside it (behind a button on a phone), an order and pages. */
export function ProductList({ title, filters, result, defaultSort, notice, empty, ...choices }: ProductListProps) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const { data, error, isPlaceholderData, refetch } = result
  const [filtersOpen, setFiltersOpen] = useState(false)
  const panel = <FilterPanel filters={filters} {...choices} />

  return (
    <div className={page.page}>
      <header className={styles.header}>
        <div>
          <h1>{title}</h1>
          <p className={page.muted} role="status">
            {data ? t('catalogue.count', { count: data.total }) : !error && t('loading')}
          </p>
        </div>
        <div className={styles.tools}>
          <Button look="secondary" className={styles.openFilters} onClick={() => setFiltersOpen(true)}>
            <Icon name="filter" size={20} />
            {t('filter.open')}
          </Button>
          <SortSelect filters={filters} defaultSort={defaultSort} />
        </div>
      </header>
      {notice}
      <div className={styles.columns}>
        <aside className={styles.side} aria-label={t('filter.title')}>
          {panel}
        </aside>
        <div className={styles.results}>
          {error ? (
            <ErrorNotice error={error} onRetry={refetch} />
          ) : data?.items.length === 0 ? (
            empty
          ) : (
            <>
              <ProductGrid products={data?.items} stale={isPlaceholderData} />
              {data && (
                <Pagination
                  page={filters.page}
                  pageCount={pageCount(data.total)}
                  hrefOf={(target) => pathname + searchOf({ ...filters, page: target })}
                />
              )}
            </>
          )}
        </div>
      </div>
      <Dialog
        title={t('filter.title')}
        open={filtersOpen}
        onClose={() => setFiltersOpen(false)}
        footer={
          <Button wide onClick={() => setFiltersOpen(false)}>
            {t('filter.show')}
          </Button>
        }
      >
        {panel}
      </Dialog>
    </div>
  )
}
