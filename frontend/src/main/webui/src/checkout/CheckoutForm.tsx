import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { profileQuery } from '../account/profile'
import { ADDRESS_FIELDS, checkAddress, EMPTY_ADDRESS, trimmed, type AddressDraft, type AddressField } from '../addresses/address'
import { AddressFields } from '../addresses/AddressFields'
import { SavedAddressChoice } from '../addresses/SavedAddressChoice'
import { ADDRESS } from '../api/limits'
import { ProblemError } from '../api/problem'
import { violationOf } from '../api/sentence'
import type { Cart } from '../api/types'
import { Button } from '../design/Button'
import { Checkbox } from '../design/Checkbox'
import { TakesFocus } from '../design/focus'
import { formatMoney } from '../design/money'
import page from '../design/page.module.css'
import { useTranslation } from '../design/translation'
import { CartSummary } from './CartSummary'
import { CheckoutError } from './CheckoutError'
import styles from './CheckoutPage.module.css'
import { drafts } from './draft'
import { cardOf, PaymentChoice } from './PaymentChoice'
import type { Checkout } from './useCheckout'
import { useSavedAddresses } from './useSavedAddresses'

/** Where to, with which card, and go. While an attempt is open nothing in it can be changed. */
export function CheckoutForm({ cart, checkout }: { cart: Cart | undefined; checkout: Checkout }) {
  const { t, language } = useTranslation()
  const { userId, open, isPending, error } = checkout
  const [draft] = useState(() => drafts.of(userId, { ...EMPTY_ADDRESS, card: '' }))
  const [address, setAddress] = useState<AddressDraft>(open?.body.shippingAddress ?? draft)
  const [token, setToken] = useState(cardOf(open?.body.payment.token ?? draft.card))
  const [checked, setChecked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const filledCart = cart && cart.items.length > 0 ? cart : undefined
  const total = filledCart && formatMoney(filledCart.total, language)

  const found = checked ? checkAddress(address) : {}
  const errorOf = (field: AddressField) =>
    found[field] ? t(found[field], { max: ADDRESS[field].maxLength }) : violationOf(error, field, t)
  const errors = Object.fromEntries(ADDRESS_FIELDS.map((field) => [field, errorOf(field)]))

  // Once, where nobody has written another.
  const { data: profile } = useQuery(profileQuery)
  useEffect(() => {
    if (profile && !open) setAddress((typed) => (typed.name ? typed : { ...typed, name: profile.displayName }))
    // Whoever empties the field afterwards wants it empty.
  }, [profile?.displayName])

  const book = useSavedAddresses(address, profile?.displayName, open !== null, setAddress)

  useEffect(() => drafts.keep(userId, { ...address, card: token }), [userId, address, token])

  // After the notice, which takes the focus when it comes: a field that can be mended comes first.
  useEffect(() => {
    const refused = error instanceof ProblemError && ADDRESS_FIELDS.find((field) => error.refuses(field))
    if (refused && !open) focusField(refused)
  }, [error, open])

  const focusField = (field: AddressField) => form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus()

  function submit(event: FormEvent) {
    event.preventDefault()
    // From a field that is about to be locked.
    form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus()
    if (open) return checkout.retry()
    setChecked(true)
    const wrong = checkAddress(address)
    const first = ADDRESS_FIELDS.find((field) => wrong[field])
    if (first) return focusField(first)
    if (!filledCart) return
    book.keepIfWanted()
    checkout.place(filledCart, { shippingAddress: trimmed(address), payment: { method: 'card', token } })
  }

  return (
    <form ref={form} className={page.columns} onSubmit={submit} noValidate>
      <div className={styles.form}>
        {book.saved.length > 0 && <SavedAddressChoice saved={book.saved} address={address} disabled={open !== null} onChange={setAddress} />}
        <AddressFields legend={t('checkout.address')} address={address} errors={errors} disabled={open !== null} onChange={setAddress} />
        {book.canBeKept && <Checkbox label={t('addresses.keep')} checked={book.isWanted} onChange={(event) => book.want(event.target.checked)} />}
        <PaymentChoice token={token} disabled={open !== null} onChange={setToken} />
        {error && !isPending && (
          <TakesFocus>
            <CheckoutError error={error} cart={cart} checkout={checkout} />
          </TakesFocus>
        )}
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
