import { Suspense } from 'react'
import { Route, Routes, useLocation } from 'react-router'
import { HomePage } from '../catalogue/HomePage'
import { ErrorBoundary } from './ErrorBoundary'
import { lazyPage } from './lazyPage'
import { NotFoundPage } from './NotFoundPage'
import { PageSkeleton } from './PageSkeleton'
import { RequireSession } from './RequireSession'

const CataloguePage = lazyPage(() => import('../catalogue/CataloguePage'))
const SearchPage = lazyPage(() => import('../catalogue/SearchPage'))
const ProductPage = lazyPage(() => import('../catalogue/ProductPage'))
const CartPage = lazyPage(() => import('../cart/CartPage'))
const CheckoutPage = lazyPage(() => import('../checkout/CheckoutPage'))
const ConfirmationPage = lazyPage(() => import('../checkout/ConfirmationPage'))
const LoginPage = lazyPage(() => import('../account/LoginPage'))
const RegisterPage = lazyPage(() => import('../account/RegisterPage'))
const ForgotPasswordPage = lazyPage(() => import('../account/ForgotPasswordPage'))
const ResetPasswordPage = lazyPage(() => import('../account/ResetPasswordPage'))
const MailboxPage = lazyPage(() => import('../account/MailboxPage'))
const ProfilePage = lazyPage(() => import('../account/ProfilePage'))
const OrdersPage = lazyPage(() => import('../orders/OrdersPage'))
const OrderPage = lazyPage(() => import('../orders/OrderPage'))
const InvoicePage = lazyPage(() => import('../orders/InvoicePage'))
const StaffEntrance = lazyPage(() => import('../admin/StaffEntrance'))

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
          <Route path="forgot-password" element={<ForgotPasswordPage />} />
          <Route path="reset-password" element={<ResetPasswordPage />} />
          <Route path="mailbox" element={<MailboxPage />} />
          <Route element={<RequireSession />}>
            <Route path="checkout" element={<CheckoutPage />} />
            <Route path="checkout/done/:id" element={<ConfirmationPage />} />
            <Route path="account" element={<ProfilePage />} />
            <Route path="orders" element={<OrdersPage />} />
            <Route path="orders/:id" element={<OrderPage />} />
            <Route path="orders/:id/invoice" element={<InvoicePage />} />
            <Route path="admin/*" element={<StaffEntrance />} />
          </Route>
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  )
}
