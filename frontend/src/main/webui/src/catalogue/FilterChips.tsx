import { Link, useLocation } from 'react-router'
import { Icon } from '../design/Icon'
import { TURNED } from '../design/Pagination'
import { useTranslation, type Translate } from '../design/translation'
import styles from './FilterChips.module.css'
import type { FilterChoices } from './FilterPanel'
import { refined, searchOf, type Filters } from './filters'
import { rangeLabel } from './priceRange'

type Changes = Parameters<typeof refined>[1]

const NO_PRICE = { minPrice: undefined, maxPrice: undefined }
const NO_FILTER = { category: undefined, inStock: undefined, ...NO_PRICE }

/** What narrows a list, each to be taken away again; the focus is on the list then. */
export function FilterChips({ filters, categories }: { filters: Filters; categories: FilterChoices['categories'] }) {
  const { t, language } = useTranslation()
  const { pathname } = useLocation()
  const { category, inStock } = filters
  const price = priceOf(filters, t, language)
  const hrefWith = (changes: Changes) => pathname + searchOf(refined(filters, changes))
  if (!category && !price && !inStock) return null

  return (
    <ul className={styles.chips} aria-label={t('filter.chosen')}>
      {category && <Chip to={hrefWith({ category: undefined })} label={categories?.find(({ value }) => value === category)?.label ?? category} />}
      {price && <Chip to={hrefWith(NO_PRICE)} label={price} />}
      {inStock && <Chip to={hrefWith({ inStock: undefined })} label={t('filter.inStock')} />}
      <li>
        <Link to={hrefWith(NO_FILTER)} state={TURNED} className={styles.all}>
          {t('filter.clearAll')}
        </Link>
      </li>
    </ul>
  )
}

function Chip({ to, label }: { to: string; label: string }) {
  const { t } = useTranslation()
  return (
    <li>
      <Link to={to} state={TURNED} className={styles.chip} aria-label={t('filter.remove', { filter: label })}>
        {label}
        <Icon name="cross" size={16} />
      </Link>
    </li>
  )
}

function priceOf({ minPrice, maxPrice }: Filters, t: Translate, language: string): string | undefined {
  if (!minPrice && !maxPrice) return undefined
  const euros = (amount: string) => ({ amount, currency: 'EUR' })
  return rangeLabel({ from: euros(minPrice ?? '0'), ...(maxPrice && { to: euros(maxPrice) }), count: 0 }, t, language)
}
