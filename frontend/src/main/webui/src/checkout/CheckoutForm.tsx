import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ADDRESS } from '../api/limits'
import { ProblemError } from '../api/problem'
import type { Cart } from '../api/types'
import { Button } from '../design/Button'
import { formatMoney } from '../design/money'
import page from '../design/page.module.css'
import { ADDRESS_FIELDS, checkAddress, EMPTY_ADDRESS, trimmed, type AddressField } from './address'
import { AddressFields } from './AddressFields'
import { CartSummary } from './CartSummary'
import { CheckoutError } from './CheckoutError'
import styles from './CheckoutPage.module.css'
import { cardOf, PaymentChoice } from './PaymentChoice'
import type { Checkout } from './useCheckout'

/** Where to, with which card, and go. While an attempt is open nothing in it can be changed. */
export function CheckoutForm({ cart, checkout }: { cart: Cart | undefined; checkout: Checkout }) {
  const { t, i18n } = useTranslation()
  const { open, isPending, error } = checkout
  const [address, setAddress] = useState(open?.body.shippingAddress ?? EMPTY_ADDRESS)
  const [token, setToken] = useState(cardOf(open?.body.payment.token))
  const [checked, setChecked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const filledCart = cart && cart.items.length > 0 ? cart : undefined
  const total = filledCart && formatMoney(filledCart.total, i18n.language)

  const found = checked ? checkAddress(address) : {}
  const errorOf = (field: AddressField) =>
    found[field] ? t(found[field], { max: ADDRESS[field].maxLength }) : error instanceof ProblemError ? error.violation(field) : undefined
  const errors = Object.fromEntries(ADDRESS_FIELDS.map((field) => [field, errorOf(field)]))

  function submit(event: FormEvent) {
    event.preventDefault()
    if (open) return checkout.retry()
    setChecked(true)
    const wrong = checkAddress(address)
    const first = ADDRESS_FIELDS.find((field) => wrong[field])
    if (first) return form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
    if (filledCart) checkout.place(filledCart, { shippingAddress: trimmed(address), payment: { method: 'card', token } })
  }

  return (
    <form ref={form} className={page.columns} onSubmit={submit} noValidate>
      <div className={styles.form}>
        <AddressFields address={address} errors={errors} disabled={open !== null} onChange={setAddress} />
        <PaymentChoice token={token} disabled={open !== null} onChange={setToken} />
        {error && !isPending && <CheckoutError error={error} cart={cart} checkout={checkout} />}
        {isPending && <p role="status">{t('checkout.working')}</p>}
        {(open || filledCart) && (
          <Button type="submit" size="l" wide busy={isPending}>
            {isPending ? t('checkout.placing') : open ? t('error.retry') : t('checkout.place', { total })}
          </Button>
        )}
      </div>
      {filledCart && <CartSummary cart={filledCart} />}
    </form>
  )
}
