import { useTranslation } from 'react-i18next'
import { Icon } from '../design/Icon'
import styles from './CheckoutPage.module.css'

export const CARDS = ['tok_visa', 'tok_declined', 'tok_slow', 'tok_timeout'] as const
export type CardToken = (typeof CARDS)[number]

/** The sandbox's test cards, each with how its bank behaves. */
export function PaymentChoice({ token, onChange }: { token: CardToken; onChange: (token: CardToken) => void }) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.fields}>
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
