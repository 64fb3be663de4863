import { useState, type KeyboardEvent } from 'react'
import { QUANTITY } from '../api/limits'
import { inactive } from './focus'
import { Icon } from './Icon'
import styles from './QuantityStepper.module.css'
import { showToast } from './toasts'
import { useTranslation } from './translation'

export const MAX_QUANTITY = QUANTITY.maximum

interface QuantityStepperProps {
  /** What is counted, for assistive technology. */
  label: string
  value: number
  max?: number
  onChange: (quantity: number) => void
}

/** How many of something, from one up to what can be had: step by step, or typed in. */
export function QuantityStepper({ label, value, max = MAX_QUANTITY, onChange }: QuantityStepperProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()

  function take() {
    setTyped(undefined)
    if (!typed || !/^\d+$/.test(typed)) return
    const quantity = Math.min(Math.max(Number(typed), QUANTITY.minimum), max)
    if (quantity < Number(typed)) showToast(t('quantity.atMost', { count: max }))
    if (quantity !== value) onChange(quantity)
  }

  function press({ key }: KeyboardEvent) {
    if (key === 'Enter') take()
    if (key === 'Escape') setTyped(undefined)
  }

  return (
    <div role="group" aria-label={t('quantity.of', { name: label })} className={styles.stepper}>
      <button type="button" aria-label={t('quantity.less')} {...inactive(value <= QUANTITY.minimum, () => onChange(Math.min(value - 1, max)))}>
        <Icon name="minus" size={18} />
      </button>
      <input
        inputMode="numeric"
        autoComplete="off"
        aria-label={t('quantity.of', { name: label })}
        maxLength={String(QUANTITY.maximum).length}
        readOnly={max < QUANTITY.minimum}
        value={typed ?? value}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value.trim())}
        onBlur={take}
        onKeyDown={press}
      />
      {/* A press of the buttons is heard too. */}
      <output aria-live="polite" className="visually-hidden">
        {value}
      </output>
      <button type="button" aria-label={t('quantity.more')} {...inactive(value >= max, () => onChange(value + 1))}>
        <Icon name="plus" size={18} />
      </button>
    </div>
  )
}
