import type { SearchPage } from '../api/types'
import { formatMoneyShort } from '../design/money'
import type { Translate } from '../design/translation'

type PriceFacet = SearchPage['facets']['prices'][number]

/** The filter that shows what a price facet counted. */
export function rangeOf({ from, to }: PriceFacet) {
  return { minPrice: from.amount, maxPrice: to?.amount }
}

export function rangeLabel({ from, to }: PriceFacet, t: Translate, language: string): string {
  if (!to) return t('filter.over', { from: formatMoneyShort(from, language) })
  if (Number(from.amount) === 0) return t('filter.upTo', { to: formatMoneyShort(to, language) })
  return t('filter.between', { from: formatMoneyShort(from, language), to: formatMoneyShort(to, language) })
}
