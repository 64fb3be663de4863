import { Field } from '../design/Field'
import fieldset from '../design/Fieldset.module.css'
import { Icon } from '../design/Icon'
import { useTranslation } from '../design/translation'
import styles from './CheckoutPage.module.css'

/** The sandbox's test cards by their tokens, with the numbers that they show. */
const NUMBERS = {
  tok_visa: '4242 4242 4242 4242',
  tok_declined: '4000 0000 0000 0002',
  tok_slow: '4000 0000 0000 3000',
  tok_timeout: '4000 0000 0000 9995',
} as const
const EXPIRY = '12 / 34'
const SECURITY_CODE = '123'

export type CardToken = keyof typeof NUMBERS
export const CARDS = Object.keys(NUMBERS) as CardToken[]

/** The card of a token; the first one for a token that is not known (any more). */
export function cardOf(token: string | undefined): CardToken {
  return CARDS.find((card) => card === token) ?? 'tok_visa'
}

interface PaymentChoiceProps {
  token: CardToken
  disabled: boolean
  onChange: (token: CardToken) => void
}

/** The sandbox's test cards, each with how its bank behaves, and the fields of a card as the chosen one fills them in. */
export function PaymentChoice({ token, disabled, onChange }: PaymentChoiceProps) {
  const { t } = useTranslation()
  return (
    <fieldset className={fieldset.fields} disabled={disabled}>
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
      <CardFields number={NUMBERS[token]} />
    </fieldset>
  )
}

/** Not to be typed in: nobody shall enter a card of their own here, and no browser fill one in. */
function CardFields({ number }: { number: string }) {
  const { t } = useTranslation()
  return (
    <div className={styles.cardFields}>
      <Field label={t('checkout.cardNumber')} value={number} readOnly autoComplete="off" className={fieldset.full} hint={t('checkout.cardHint')} />
      <Field label={t('checkout.cardExpiry')} value={EXPIRY} readOnly autoComplete="off" />
      <Field label={t('checkout.cardCode')} value={SECURITY_CODE} readOnly autoComplete="off" />
    </div>
  )
}
