import { useState, type FormEvent } from 'react'
import { Button } from '../../design/Button'
import { Card } from '../../design/Card'
import { TakesFocus } from '../../design/focus'
import page from '../../design/page.module.css'
import { useTranslation } from '../../design/translation'
import staff from '../Staff.module.css'
import { PRODUCT_FIELDS, type ProductDraft, type ProductField } from './draft'
import { merge } from './merge'
import styles from './MergePanel.module.css'

type Side = 'mine' | 'theirs'

interface MergePanelProps {
  base: ProductDraft
  mine: ProductDraft
  theirs: ProductDraft
  currency: string
  busy: boolean
  onSave: (draft: ProductDraft) => void
  onCancel: () => void
}

/** Somebody else has saved the product in between: what both have changed is chosen field by field, nothing of either is lost unseen. */
export function MergePanel({ base, mine, theirs, currency, busy, onSave, onCancel }: MergePanelProps) {
  const { t } = useTranslation()
  const { draft, conflicts, taken } = merge(base, mine, theirs)
  const [choices, setChoices] = useState<Partial<Record<ProductField, Side>>>({})
  const isOpen = conflicts.some((field) => !choices[field])

  function save(event: FormEvent) {
    event.preventDefault()
    if (isOpen || busy) return
    const chosen = { ...draft }
    for (const field of conflicts) chosen[field] = choices[field] === 'theirs' ? theirs[field] : mine[field]
    onSave(chosen)
  }

  return (
    <TakesFocus>
      <Card role="alert">
        <form onSubmit={save} className={page.stack}>
          <h2>{t('staff.merge.title')}</h2>
          <p>{t(conflicts.length > 0 ? 'staff.merge.choose' : 'staff.merge.nothing')}</p>
          {conflicts.map((field) => (
            <Choice key={field} field={field} currency={currency} mine={mine[field]} theirs={theirs[field]} chosen={choices[field]} onChoose={(side) => setChoices({ ...choices, [field]: side })} />
          ))}
          {taken.length > 0 && (
            <div>
              <p>{t('staff.merge.taken')}</p>
              <dl className={staff.facts}>
                {PRODUCT_FIELDS.filter((field) => taken.includes(field)).map((field) => (
                  <div key={field} className={styles.taken}>
                    <dt>{t(`staff.products.${field}`, { currency })}</dt>
                    <dd>{theirs[field] || '–'}</dd>
                  </div>
                ))}
              </dl>
            </div>
          )}
          <div className={staff.actions}>
            <Button type="submit" busy={busy} disabled={isOpen}>
              {t('staff.merge.save')}
            </Button>
            <Button look="quiet" onClick={onCancel}>
              {t('staff.merge.back')}
            </Button>
          </div>
        </form>
      </Card>
    </TakesFocus>
  )
}

interface ChoiceProps {
  field: ProductField
  currency: string
  mine: string
  theirs: string
  chosen: Side | undefined
  onChoose: (side: Side) => void
}

function Choice({ field, currency, mine, theirs, chosen, onChoose }: ChoiceProps) {
  const { t } = useTranslation()
  const values = { mine, theirs }
  return (
    <fieldset className={styles.choice}>
      <legend>{t(`staff.products.${field}`, { currency })}</legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side} className={styles.side}>
          <input type="radio" name={`merge-${field}`} checked={chosen === side} onChange={() => onChoose(side)} />
          <span>
            <strong>{t(`staff.merge.${side}`)}</strong>
            <span className={styles.value}>{values[side] || '–'}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
