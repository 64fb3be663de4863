import { useNavigate } from 'react-router'
import { SelectField } from '../design/Field'
import { useTranslation } from '../design/translation'
import { refined, searchOf, SORTS, type Filters, type Sort } from './filters'

export function SortSelect({ filters, defaultSort }: { filters: Filters; defaultSort: 'name' | 'relevance' }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const options = defaultSort === 'relevance' ? (['relevance', ...SORTS] as const) : SORTS

  function choose(value: string) {
    const sort = value === defaultSort ? undefined : (value as Sort)
    void navigate({ search: searchOf(refined(filters, { sort })) })
  }

  return (
    <SelectField label={t('filter.sort')} value={filters.sort ?? defaultSort} onChange={(event) => choose(event.target.value)}>
      {options.map((sort) => (
        <option key={sort} value={sort}>
          {t(`sort.${sort}`)}
        </option>
      ))}
    </SelectField>
  )
}
