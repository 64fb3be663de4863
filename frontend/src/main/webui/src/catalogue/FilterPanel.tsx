import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import type { SearchPage } from '../api/types'
import { isFiltered, refined, searchOf, type Filters } from './filters'
import styles from './FilterPanel.module.css'
import { PriceForm } from './PriceForm'
import { rangeLabel, rangeOf } from './priceRange'

type Facets = SearchPage['facets']

export interface FilterChoices {
  categories: Facets['categories'] | undefined
  prices?: Facets['prices'] | undefined
}

/** The ways to narrow a list. Each choice is a link, so that the address says what is shown. */
export function FilterPanel({ filters, categories, prices }: FilterChoices & { filters: Filters }) {
  const { t, i18n } = useTranslation()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const hrefOf = (changes: Parameters<typeof refined>[1]) => pathname + searchOf(refined(filters, changes))
  const { minPrice, maxPrice } = filters

  return (
    <div className={styles.panel}>
      <section aria-label={t('filter.category')}>
        <h2>{t('filter.category')}</h2>
        <ul className={styles.choices}>
          <Choice to={hrefOf({ category: undefined })} label={t('filter.all')} chosen={!filters.category} />
          {categories?.map(({ value, count }) => (
            <Choice key={value} to={hrefOf({ category: value })} label={value} count={count} chosen={filters.category === value} />
          ))}
        </ul>
      </section>
      <section aria-label={t('filter.price')}>
        <h2>{t('filter.price')}</h2>
        {prices && (
          <ul className={styles.choices}>
            <Choice to={hrefOf({ minPrice: undefined, maxPrice: undefined })} label={t('filter.anyPrice')} chosen={!minPrice && !maxPrice} />
            {prices
              .filter(({ count }) => count > 0)
              .map((facet) => {
                const range = rangeOf(facet)
                const chosen = range.minPrice === minPrice && range.maxPrice === maxPrice
                const label = rangeLabel(facet, t, i18n.language)
                return <Choice key={label} to={hrefOf(range)} label={label} count={facet.count} chosen={chosen} />
              })}
          </ul>
        )}
        <PriceForm key={`${minPrice}-${maxPrice}`} filters={filters} />
      </section>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={filters.inStock ?? false}
          onChange={(event) => navigate(hrefOf({ inStock: event.target.checked || undefined }))}
        />
        {t('filter.inStock')}
      </label>
      {isFiltered(filters) && (
        <Link to={hrefOf({ category: undefined, minPrice: undefined, maxPrice: undefined, inStock: undefined })}>{t('catalogue.reset')}</Link>
      )}
    </div>
  )
}

function Choice({ to, label, count, chosen }: { to: string; label: string; count?: number; chosen: boolean }) {
  return (
    <li>
      <Link to={to} aria-current={chosen ? 'true' : undefined}>
        {label}
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </Link>
    </li>
  )
}
