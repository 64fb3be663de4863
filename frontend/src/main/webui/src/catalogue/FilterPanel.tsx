import type { ReactNode } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import type { SearchPage } from '../api/types'
import { Skeleton } from '../design/Skeleton'
import { useTranslation } from '../design/translation'
import { isFiltered, refined, searchOf, type Filters } from './filters'
import styles from './FilterPanel.module.css'
import { PriceForm } from './PriceForm'
import { rangeLabel, rangeOf } from './priceRange'
import { shelvesOf } from './shelves'

type Facets = SearchPage['facets']

export interface FilterChoices {
  categories: Facets['categories'] | undefined
  prices?: Facets['prices'] | undefined
  /** The prices are on their way: their place is kept. */
  pricesComing?: boolean
}

/** The ways to narrow a list. Each choice is a link, so that the address says what is shown. */
export function FilterPanel({ filters, categories, prices, pricesComing = false }: FilterChoices & { filters: Filters }) {
  const { t, language } = useTranslation()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const hrefOf = (changes: Parameters<typeof refined>[1]) => pathname + searchOf(refined(filters, changes))
  const { minPrice, maxPrice } = filters
  const choiceOf = ({ value, count, label = value }: Facets['categories'][number]) => ({
    to: hrefOf({ category: value }),
    label,
    count,
    chosen: filters.category === value,
  })

  return (
    <div className={styles.panel}>
      <section aria-label={t('filter.category')}>
        <h2>{t('filter.category')}</h2>
        <ul className={styles.choices}>
          <Choice to={hrefOf({ category: undefined })} label={t('filter.all')} chosen={!filters.category} />
          {shelvesOf(categories ?? []).map(({ category, inside }) => (
            <Choice key={category.value} {...choiceOf(category)}>
              {inside.length > 0 && <ul className={styles.inside}>{inside.map((each) => <Choice key={each.value} {...choiceOf(each)} />)}</ul>}
            </Choice>
          ))}
        </ul>
      </section>
      <section aria-label={t('filter.price')}>
        <h2>{t('filter.price')}</h2>
        {pricesComing && <Skeleton className={styles.coming} />}
        {prices && (
          <ul className={styles.choices}>
            <Choice to={hrefOf({ minPrice: undefined, maxPrice: undefined })} label={t('filter.anyPrice')} chosen={!minPrice && !maxPrice} />
            {prices
              .filter(({ count }) => count > 0)
              .map((facet) => {
                const range = rangeOf(facet)
                const chosen = range.minPrice === minPrice && range.maxPrice === maxPrice
                const label = rangeLabel(facet, t, language)
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

function Choice({ to, label, count, chosen, children }: { to: string; label: string; count?: number; chosen: boolean; children?: ReactNode }) {
  return (
    <li>
      <Link to={to} aria-current={chosen ? 'true' : undefined}>
        {label}
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </Link>
      {children}
    </li>
  )
}
