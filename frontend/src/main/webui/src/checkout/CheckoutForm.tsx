import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../api/problem'
import type { Cart } from '../api/types'
import { Button } from '../design/Button'
import { formatMoney } from '../design/money'
import page from '../design/page.module.css'
import { ADDRESS_FIELDS, EMPTY_ADDRESS, missingFields, trimmed, type AddressField } from './address'
import { AddressFields } from './AddressFields'
import { CartSummary } from './CartSummary'
import { CheckoutError } from './CheckoutError'
import styles from './CheckoutPage.module.css'
import { PaymentChoice, type CardToken } from './PaymentChoice'
import { usePlaceOrder } from './usePlaceOrder'

/** Where to, with which card, and go. */
export function CheckoutForm({ cart }: { cart: Cart }) {
  const { t, i18n } = useTranslation()
  const [address, setAddress] = useState(EMPTY_ADDRESS)
  const [token, setToken] = useState<CardToken>('tok_visa')
  const [checked, setChecked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { mutate, isPending, error, reset } = usePlaceOrder(cart)

  const missing = checked ? missingFields(address) : []
  const errorOf = (field: AddressField) =>
    missing.includes(field) ? t('checkout.required') : error instanceof ProblemError ? error.violation(field) : undefined
  const errors = Object.fromEntries(ADDRESS_FIELDS.map((field) => [field, errorOf(field)]))

  function place(event?: FormEvent) {
    event?.preventDefault()
    setChecked(true)
    const [firstMissing] = missingFields(address)
    if (firstMissing) return form.current?.querySelector<HTMLElement>(`[name="${firstMissing}"]`)?.focus()
    mutate({ shippingAddress: trimmed(address), payment: { method: 'card', token } })
  }

  return (
    <form ref={form} className={page.columns} onSubmit={place} noValidate>
      <div className={styles.form}>
        <AddressFields address={address} errors={errors} onChange={setAddress} />
        <PaymentChoice token={token} onChange={setToken} />
        {error && <CheckoutError error={error} cart={cart} onRetry={place} onAdjusted={reset} />}
        <Button type="submit" size="l" wide busy={isPending}>
          {isPending ? t('checkout.placing') : t('checkout.place', { total: formatMoney(cart.total, i18n.language) })}
        </Button>
      </div>
      <CartSummary cart={cart} />
    </form>
  )
}
