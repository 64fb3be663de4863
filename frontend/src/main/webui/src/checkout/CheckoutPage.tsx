import { useTranslation } from 'react-i18next'
import { Navigate } from 'react-router'
import { ErrorNotice } from '../design/ErrorNotice'
import page from '../design/page.module.css'
import { SkeletonText } from '../design/Skeleton'
import { usePageTitle } from '../design/usePageTitle'
import { useCart } from '../cart/useCart'
import { CheckoutForm } from './CheckoutForm'

export default function CheckoutPage() {
  const { t } = useTranslation()
  usePageTitle(t('checkout.title'))
  const { data: cart, error, refetch } = useCart()

  if (cart?.items.length === 0) return <Navigate to="/cart" replace />
  return (
    <div className={page.page}>
      <h1>{t('checkout.title')}</h1>
      {cart ? <CheckoutForm cart={cart} /> : error ? <ErrorNotice error={error} onRetry={refetch} /> : <SkeletonText lines={8} />}
    </div>
  )
}
