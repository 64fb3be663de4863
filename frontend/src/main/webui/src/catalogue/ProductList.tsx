import { useState, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import type { ProductPage, SearchPage } from '../api/types'
import { Button, ButtonLink } from '../design/Button'
import { Dialog } from '../design/Dialog'
import { EmptyState } from '../design/EmptyState'
import { ErrorNotice } from '../design/ErrorNotice'
import { Icon } from '../design/Icon'
import page from '../design/page.module.css'
import { Pagination, TURNED, usePageTurned } from '../design/Pagination'
import { useTranslation } from '../design/translation'
import { FilterChips } from './FilterChips'
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
  const results = usePageTurned<HTMLDivElement>()
  const count = data && !isPlaceholderData ? t('filter.showCount', { count: data.total }) : t('filter.show')
  // Whole or not yet: what comes later would move what is there.
  const panel = (choices.categories || error) && <FilterPanel filters={filters} {...choices} />

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
      <FilterChips filters={filters} categories={choices.categories} />
      {notice}
      <div className={styles.columns}>
        <aside className={styles.side} aria-label={t('filter.title')}>
          {panel}
        </aside>
        <div ref={results} tabIndex={-1} role="region" aria-label={title} className={styles.results}>
          {error ? (
            <ErrorNotice error={error} onRetry={refetch} />
          ) : data?.items.length === 0 ? (
            data.total > 0 ? <BeyondTheEnd filters={filters} pages={pageCount(data.total)} /> : empty
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
            {count}
          </Button>
        }
      >
        {/* Beside the button, so that each choice is heard too; the page around is not, meanwhile. */}
        <output className="visually-hidden">{count}</output>
        {panel}
      </Dialog>
    </div>
  )
}

/** An old or mistyped address may ask for more pages than there are. */
function BeyondTheEnd({ filters, pages }: { filters: Filters; pages: number }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const hrefOf = (page: number) => pathname + searchOf({ ...filters, page })
  return (
    <EmptyState level={2} title={t('pages.beyond', { page: filters.page + 1 })} text={t('pages.beyondText', { count: pages })}>
      {pages > 1 && (
        <ButtonLink to={hrefOf(pages - 1)} state={TURNED}>
          {t('pages.last', { page: pages })}
        </ButtonLink>
      )}
      <ButtonLink to={hrefOf(0)} state={TURNED} look={pages > 1 ? 'secondary' : 'primary'}>
        {t('pages.first')}
      </ButtonLink>
    </EmptyState>
  )
}
