import { lazy, Suspense } from 'react'
import { Route, Routes, useLocation } from 'react-router'
import { HomePage } from '../catalogue/HomePage'
import page from '../design/page.module.css'
import { SkeletonText } from '../design/Skeleton'
import { ErrorBoundary } from './ErrorBoundary'
import { NotFoundPage } from './NotFoundPage'
import { RequireSession } from './RequireSession'

const CataloguePage = lazy(() => import('../catalogue/CataloguePage'))
const SearchPage = lazy(() => import('../catalogue/SearchPage'))
const ProductPage = lazy(() => import('../catalogue/ProductPage'))
const CartPage = lazy(() => import('../cart/CartPage'))
const CheckoutPage = lazy(() => import('../checkout/CheckoutPage'))
const ConfirmationPage = lazy(() => import('../checkout/ConfirmationPage'))
const LoginPage = lazy(() => import('../account/LoginPage'))
const RegisterPage = lazy(() => import('../account/RegisterPage'))
const ProfilePage = lazy(() => import('../account/ProfilePage'))
const OrdersPage = lazy(() => import('../orders/OrdersPage'))
const OrderPage = lazy(() => import('../orders/OrderPage'))

/** Every address of the shop; each page but the first is loaded when it is visited. */
export function Pages() {
  const { pathname } = useLocation()
  return (
    <ErrorBoundary key={pathname}>
      <Suspense fallback={<PageSkeleton />}>
        <Routes>
          <Route index element={<HomePage />} />
          <Route path="products" element={<CataloguePage />} />
          <Route path="products/:id" element={<ProductPage />} />
          <Route path="search" element={<SearchPage />} />
          <Route path="cart" element={<CartPage />} />
          <Route path="login" element={<LoginPage />} />
          <Route path="register" element={<RegisterPage />} />
          <Route element={<RequireSession />}>
            <Route path="checkout" element={<CheckoutPage />} />
            <Route path="checkout/done/:id" element={<ConfirmationPage />} />
            <Route path="account" element={<ProfilePage />} />
            <Route path="orders" element={<OrdersPage />} />
            <Route path="orders/:id" element={<OrderPage />} />
          </Route>
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  )
}

function PageSkeleton() {
  return (
    <div className={page.page}>
      <SkeletonText lines={6} />
    </div>
  )
}
