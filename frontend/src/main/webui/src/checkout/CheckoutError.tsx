import { hasSlug, isUndecided } from '../api/problem'
import type { Cart } from '../api/types'
import { ButtonLink } from '../design/Button'
import { ErrorNotice } from '../design/ErrorNotice'
import { Notice } from '../design/Notice'
import { useTranslation } from '../design/translation'
import styles from './CheckoutPage.module.css'
import { PriceChanged } from './PriceChanged'
import { Shortages } from './Shortages'
import type { Checkout } from './useCheckout'

interface CheckoutErrorProps {
  error: Error
  cart: Cart | undefined
  checkout: Checkout
}

/** Why there is no order yet, and the way on. */
export function CheckoutError({ error, cart, checkout: { failed, reset } }: CheckoutErrorProps) {
  if (isUndecided(error)) return <Undecided error={error} />
  if (hasSlug(error, 'payment-declined')) return <Refusal of="declined" />
  if (hasSlug(error, 'payment-timeout')) return <Refusal of="timeout" />
  if (hasSlug(error, 'cart-changed')) return <CartChanged />
  if (hasSlug(error, 'price-changed') && failed) return <PriceChanged problem={error.problem} attempt={failed} />
  if (hasSlug(error, 'insufficient-stock') && error.problem.shortages) {
    return <Shortages shortages={error.problem.shortages} cart={cart} onAdjusted={reset} />
  }
  return <ErrorNotice error={error} />
}

function Undecided({ error }: { error: Error }) {
  const { t } = useTranslation()
  return (
    <>
      <ErrorNotice error={error} />
      <Notice>
        <p>{t('checkout.undecided')}</p>
      </Notice>
    </>
  )
}

function Refusal({ of }: { of: 'declined' | 'timeout' }) {
  const { t } = useTranslation()
  return (
    <Notice tone="danger" title={t(`checkout.${of}Title`)}>
      <p>{t(`checkout.${of}Text`)}</p>
    </Notice>
  )
}

function CartChanged() {
  const { t } = useTranslation()
  return (
    <Notice tone="danger" title={t('checkout.cartChangedTitle')}>
      <p>{t('checkout.cartChangedText')}</p>
      <div className={styles.ways}>
        <ButtonLink to="/orders" look="secondary">
          {t('nav.orders')}
        </ButtonLink>
        <ButtonLink to="/cart" look="secondary">
          {t('product.viewCart')}
        </ButtonLink>
      </div>
    </Notice>
  )
}
