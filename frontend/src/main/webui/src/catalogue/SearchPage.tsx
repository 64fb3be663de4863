import { useQuery } from '@tanstack/react-query'
import { Navigate, useSearchParams } from 'react-router'
import { ButtonLink } from '../design/Button'
import { EmptyState } from '../design/EmptyState'
import { Notice } from '../design/Notice'
import { useTranslation } from '../design/translation'
import { usePageTitle } from '../design/usePageTitle'
import { filtersFrom, isFiltered, searchOf } from './filters'
import { ProductList } from './ProductList'
import { searchQuery } from './queries'

/** What the search engine finds, with facets to narrow it down. */
export default function SearchPage() {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const filters = filtersFrom(search)
  const query = filters.q ?? ''
  const found = useQuery({ ...searchQuery(filters), enabled: query !== '' })
  usePageTitle(t('search.title', { query }))

  if (query === '') return <Navigate to="/products" replace />
  return (
    <ProductList
      title={t('search.title', { query })}
      filters={filters}
      result={found}
      categories={found.data?.facets.categories}
      prices={found.data?.facets.prices}
      defaultSort="relevance"
      notice={
        found.data?.source === 'database' && (
          <Notice title={t('search.simplified')}>
            <p>{t('search.simplifiedText')}</p>
          </Notice>
        )
      }
      empty={
        <EmptyState
          level={2}
          title={t('search.empty', { query })}
          text={isFiltered(filters) ? t('catalogue.emptyText') : t('search.emptyText')}
        >
          {isFiltered(filters) ? (
            <ButtonLink to={`/search${searchOf({ q: query, page: 0 })}`}>{t('catalogue.reset')}</ButtonLink>
          ) : (
            <ButtonLink to="/products">{t('search.browse')}</ButtonLink>
          )}
        </EmptyState>
      }
    />
  )
}
