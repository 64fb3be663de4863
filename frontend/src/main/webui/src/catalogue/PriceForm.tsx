import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { Button } from '../design/Button'
import { Field } from '../design/Field'
import { useTranslation } from '../design/translation'
import { parsePrice, refined, searchOf, type Filters } from './filters'
import styles from './FilterPanel.module.css'

/** A price range to type in; half a range is one too. */
export function PriceForm({ filters }: { filters: Filters }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [min, setMin] = useState(filters.minPrice ?? '')
  const [max, setMax] = useState(filters.maxPrice ?? '')
  const minPrice = parsePrice(min)
  const maxPrice = parsePrice(max)
  const reversed = minPrice !== undefined && maxPrice !== undefined && Number(minPrice) > Number(maxPrice)

  function apply(event: FormEvent) {
    event.preventDefault()
    if (!reversed) void navigate({ search: searchOf(refined(filters, { minPrice, maxPrice })) })
  }

  return (
    <form className={styles.price} onSubmit={apply}>
      <Field label={t('filter.min')} inputMode="decimal" autoComplete="off" value={min} onChange={(event) => setMin(event.target.value)} />
      <Field label={t('filter.max')} inputMode="decimal" autoComplete="off" value={max} onChange={(event) => setMax(event.target.value)} />
      {reversed && (
        <p role="alert" className={styles.priceError}>
          {t('filter.badRange')}
        </p>
      )}
      <Button type="submit" look="secondary" disabled={reversed}>
        {t('filter.apply')}
      </Button>
    </form>
  )
}
