import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useSearchParams } from 'react-router'
import { SEARCH } from '../../api/limits'
import { pageCount } from '../../catalogue/filters'
import { productsQuery, searchQuery } from '../../catalogue/queries'
import { Button, ButtonLink } from '../../design/Button'
import { EmptyState } from '../../design/EmptyState'
import { ErrorNotice } from '../../design/ErrorNotice'
import { Field, SelectField } from '../../design/Field'
import page from '../../design/page.module.css'
import { Pagination, usePageTurned } from '../../design/Pagination'
import { SkeletonText } from '../../design/Skeleton'
import { useTranslation } from '../../design/translation'
import { usePageTitle } from '../../design/usePageTitle'
import styles from '../Staff.module.css'
import { ExportButtons } from './ExportButtons'
import { isSearch, listAddress, listFiltersFrom, STOCKS } from './listFilters'
import { ProductTable } from './ProductTable'

/** All products, for those who look after them. */
export default function StaffProductsPage() {
  const { t } = useTranslation()
  usePageTitle(t('staff.products.title'))
  const filters = listFiltersFrom(useSearchParams()[0])
  const isFound = isSearch(filters)
  const listed = useQuery({ ...productsQuery(filters), enabled: !isFound })
  const found = useQuery({ ...searchQuery(filters), enabled: isFound })
  const { data, error, refetch } = isFound ? found : listed
  const list = usePageTurned<HTMLDivElement>()
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('staff.products.title')}</h1>
        <div className={styles.actions}>
          <ButtonLink to="/admin/products/new">{t('staff.products.new')}</ButtonLink>
          <ButtonLink to="/admin/products/import" look="secondary">
            {t('staff.import.title')}
          </ButtonLink>
          <ButtonLink to="/admin/products/low-stock" look="secondary">
            {t('staff.low.title')}
          </ButtonLink>
          <ExportButtons />
        </div>
      </header>
      <ProductFilterBar />
      <p className={page.muted} role="status">
        {data ? t('catalogue.count', { count: data.total }) : !error && t('loading')}
      </p>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonText lines={8} />}
      {data?.items.length === 0 && <EmptyState level={2} title={t('catalogue.empty')} text={t('staff.products.emptyText')} />}
      {data && data.items.length > 0 && (
        <ProductTable ref={list} products={data.items} />
      )}
      {data && <Pagination page={filters.page} pageCount={pageCount(data.total)} hrefOf={(target) => listAddress({ ...filters, page: target })} />}
    </div>
  )
}

function ProductFilterBar() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const filters = listFiltersFrom(search)
  const [typed, setTyped] = useState(filters.q ?? '')
  const show = (changes: object) => setSearch(listAddress({ ...filters, ...changes, page: 0 }).split('?')[1] ?? '')

  function find(event: FormEvent) {
    event.preventDefault()
    show({ q: typed.trim() || undefined })
  }

  return (
    <div className={styles.tools}>
      <form role="search" aria-label={t('staff.products.find')} onSubmit={find} className={styles.tools}>
        <Field label={t('staff.products.find')} type="search" value={typed} maxLength={SEARCH.q.maxLength} onChange={({ target }) => setTyped(target.value)} />
        <Button type="submit" look="secondary">
          {t('search.submit')}
        </Button>
      </form>
      {!filters.q && (
        <SelectField
          label={t('staff.products.column.stock')}
          value={String(filters.inStock ?? '')}
          onChange={({ target }) => show({ inStock: target.value === '' ? undefined : target.value === 'true' })}
        >
          {STOCKS.map((stock) => (
            <option key={stock} value={stock}>
              {t(`staff.products.stocks.${stock || 'all'}`)}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  )
}
