import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ButtonLink } from '../design/Button'
import { EmptyState } from '../design/EmptyState'
import { usePageTitle } from '../design/usePageTitle'
import { filtersFrom } from './filters'
import { ProductList } from './ProductList'
import { categoriesQuery, productsQuery } from './queries'

/** The whole shop, or what the filters in the address leave of it. */
export default function CataloguePage() {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const filters = filtersFrom(search)
  const products = useQuery(productsQuery(filters))
  const { data: categories } = useQuery(categoriesQuery)
  const title = filters.category ?? t('catalogue.title')
  usePageTitle(title)

  return (
    <ProductList
      title={title}
      filters={filters}
      result={products}
      categories={categories?.map(({ name, productCount }) => ({ value: name, count: productCount }))}
      defaultSort="name"
      empty={
        <EmptyState level={2} title={t('catalogue.empty')} text={t('catalogue.emptyText')}>
          <ButtonLink to="/products">{t('catalogue.reset')}</ButtonLink>
        </EmptyState>
      }
    />
  )
}
