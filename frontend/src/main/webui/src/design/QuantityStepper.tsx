import { useTranslation } from 'react-i18next'
import { QUANTITY } from '../api/limits'
import { Icon } from './Icon'
import styles from './QuantityStepper.module.css'

export const MAX_QUANTITY = QUANTITY.maximum

interface QuantityStepperProps {
  /** What is counted, for assistive technology. */
  label: string
  value: number
  max?: number
  disabled?: boolean
  onChange: (quantity: number) => void
}

/** How many of something, from one up to what can be had. */
export function QuantityStepper({ label, value, max = MAX_QUANTITY, disabled = false, onChange }: QuantityStepperProps) {
  const { t } = useTranslation()
  return (
    <div role="group" aria-label={t('quantity.of', { name: label })} className={styles.stepper}>
      <button type="button" aria-label={t('quantity.less')} disabled={disabled || value <= QUANTITY.minimum} onClick={() => onChange(Math.min(value - 1, max))}>
        <Icon name="minus" size={18} />
      </button>
      <output aria-live="polite">{value}</output>
      <button type="button" aria-label={t('quantity.more')} disabled={disabled || value >= max} onClick={() => onChange(value + 1)}>
        <Icon name="plus" size={18} />
      </button>
    </div>
  )
}
