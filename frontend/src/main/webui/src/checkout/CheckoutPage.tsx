import { useQuery } from '@tanstack/react-query'
import { Navigate } from 'react-router'
import { addressesQuery } from '../addresses/addressBook'
import { useCart } from '../cart/useCart'
import { ErrorNotice } from '../design/ErrorNotice'
import page from '../design/page.module.css'
import { SkeletonText } from '../design/Skeleton'
import { useTranslation } from '../design/translation'
import { useOnce } from '../design/useOnce'
import { usePageTitle } from '../design/usePageTitle'
import { CheckoutForm } from './CheckoutForm'
import { useCheckout } from './useCheckout'

export default function CheckoutPage() {
  const { t } = useTranslation()
  usePageTitle(t('checkout.title'))
  const { data: cart, error, refetch } = useCart()
  const checkout = useCheckout()
  const book = useQuery(addressesQuery)
  // It stands above the form, and would push it away. Who orders does not wait for it any longer once it has failed.
  const bookHasCome = useOnce(!book.isPending || book.failureCount > 0)
  // An order that is on its way may have emptied the cart.
  const hasBegun = checkout.open !== null || checkout.error !== null

  // There each line says what stands in the way.
  const cannotBeOrdered = cart?.items.length === 0 || cart?.items.some(({ problem }) => problem)
  if (cannotBeOrdered && !hasBegun) return <Navigate to="/cart" replace />
  return (
    <div className={page.page}>
      <h1>{t('checkout.title')}</h1>
      {(cart && bookHasCome) || hasBegun ? (
        <CheckoutForm cart={cart} checkout={checkout} />
      ) : error ? (
        <ErrorNotice error={error} onRetry={refetch} />
      ) : (
        <SkeletonText lines={8} />
      )}
    </div>
  )
}
