import { useTranslation } from 'react-i18next'
import { Icon } from '../design/Icon'
import styles from './CheckoutPage.module.css'

export const CARDS = ['tok_visa', 'tok_declined', 'tok_slow', 'tok_timeout'] as const
export type CardToken = (typeof CARDS)[number]

/** The card of a token; the first one for a token that is not known (any more). */
export function cardOf(token: string | undefined): CardToken {
  return CARDS.find((card) => card === token) ?? CARDS[0]
}

interface PaymentChoiceProps {
  token: CardToken
  disabled: boolean
  onChange: (token: CardToken) => void
}

/** The sandbox's test cards, each with how its bank behaves. */
export function PaymentChoice({ token, disabled, onChange }: PaymentChoiceProps) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.fields} disabled={disabled}>
      <legend>{t('checkout.payment')}</legend>
      <p className={styles.sandbox}>{t('checkout.sandbox')}</p>
      {CARDS.map((card) => (
        <label key={card} className={styles.card}>
          <input type="radio" name="card" value={card} checked={card === token} onChange={() => onChange(card)} />
          <Icon name="card" />
          <span>
            <strong>{t(`checkout.card.${card}`)}</strong>
            <small>{t(`checkout.card.${card}Text`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
