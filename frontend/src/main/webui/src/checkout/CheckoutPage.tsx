import { useTranslation } from 'react-i18next'
import { Navigate } from 'react-router'
import { useCart } from '../cart/useCart'
import { ErrorNotice } from '../design/ErrorNotice'
import page from '../design/page.module.css'
import { SkeletonText } from '../design/Skeleton'
import { usePageTitle } from '../design/usePageTitle'
import { CheckoutForm } from './CheckoutForm'
import { useCheckout } from './useCheckout'

export default function CheckoutPage() {
  const { t } = useTranslation()
  usePageTitle(t('checkout.title'))
  const { data: cart, error, refetch } = useCart()
  const checkout = useCheckout()
  // An order that is on its way may have emptied the cart.
  const hasBegun = checkout.open !== null || checkout.error !== null

  if (cart?.items.length === 0 && !hasBegun) return <Navigate to="/cart" replace />
  return (
    <div className={page.page}>
      <h1>{t('checkout.title')}</h1>
      {cart || hasBegun ? (
        <CheckoutForm cart={cart} checkout={checkout} />
      ) : error ? (
        <ErrorNotice error={error} onRetry={refetch} />
      ) : (
        <SkeletonText lines={8} />
      )}
    </div>
  )
}
