import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { Category, SearchPage } from '../api/types'
import { ButtonLink } from '../design/Button'
import { EmptyState } from '../design/EmptyState'
import { useTranslation } from '../design/translation'
import { usePageTitle } from '../design/usePageTitle'
import { facetsQuery } from './facets'
import { filtersFrom } from './filters'
import { ProductList } from './ProductList'
import { categoriesQuery, productsQuery } from './queries'

type Facets = SearchPage['facets']

/** All categories stay to be chosen, with how many products each would leave: of all, until those that fit the other filters are counted. */
function choiceOf({ name, label = name, productCount, parent }: Category, counts: Facets['categories'] | undefined) {
  const counted = counts && (counts.find(({ value }) => value === name)?.count ?? 0)
  return { value: name, label, count: counted ?? productCount, ...(parent && { parent }) }
}

/** The whole shop, or what the filters in the address leave of it. */
export default function CataloguePage() {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const filters = filtersFrom(search)
  const products = useQuery(productsQuery(filters))
  const { data: categories, isError: withoutCategories } = useQuery(categoriesQuery)
  const { data: facets, isPending: facetsComing } = useQuery(facetsQuery(filters))
  const chosen = categories?.find(({ name }) => name === filters.category)
  const title = chosen?.label ?? filters.category ?? t('catalogue.title')
  usePageTitle(title)

  return (
    <ProductList
      title={title}
      filters={filters}
      result={products}
      categories={withoutCategories ? [] : categories?.map((category) => choiceOf(category, facets?.categories))}
      prices={facets?.prices}
      pricesComing={facetsComing}
      defaultSort="name"
      empty={
        <EmptyState level={2} title={t('catalogue.empty')} text={t('catalogue.emptyText')}>
          <ButtonLink to="/products">{t('catalogue.reset')}</ButtonLink>
        </EmptyState>
      }
    />
  )
}
