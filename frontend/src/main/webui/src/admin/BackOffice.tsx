import { Suspense, useEffect, useRef } from 'react'
import { NavLink, Route, Routes } from 'react-router'
import { lazyPage } from '../app/lazyPage'
import { NotFoundPage } from '../app/NotFoundPage'
import { MAIN_ID } from '../design/focus'
import { SkeletonText } from '../design/Skeleton'
import { useTranslation } from '../design/translation'
import styles from './BackOffice.module.css'
import { speakStaff } from './messages/speakStaff'

speakStaff()

const DashboardPage = lazyPage(() => import('./dashboard/DashboardPage'))
const OrderQueuePage = lazyPage(() => import('./orders/OrderQueuePage'))
const StaffOrderPage = lazyPage(() => import('./orders/StaffOrderPage'))
const PackingSlipPage = lazyPage(() => import('./orders/PackingSlipPage'))
const StaffProductsPage = lazyPage(() => import('./products/StaffProductsPage'))
const LowStockPage = lazyPage(() => import('./products/LowStockPage'))
const NewProductPage = lazyPage(() => import('./products/NewProductPage'))
const ProductEditPage = lazyPage(() => import('./products/ProductEditPage'))
const ImportPage = lazyPage(() => import('./products/ImportPage'))
const UsersPage = lazyPage(() => import('./users/UsersPage'))
const SearchIndexPage = lazyPage(() => import('./operations/SearchIndexPage'))
const DeadLettersPage = lazyPage(() => import('./operations/DeadLettersPage'))
const BooksPage = lazyPage(() => import('./operations/BooksPage'))
const AuditPage = lazyPage(() => import('./operations/AuditPage'))

/** What is found where. */
const WAYS = { orders: 'orders', products: 'products', users: 'users', search: 'search', dead: 'dead-letters', books: 'books', audit: 'audit' }

/** What staff see: the ways to their pages, and the one that is open. */
export default function BackOffice() {
  const { t } = useTranslation()
  const content = useArrivalBeyondWays()
  return (
    <div className={styles.frame}>
      <nav aria-label={t('staff.title')} className={styles.ways}>
        <ul>
          <li>
            <NavLink to="/admin" end>
              {t('staff.dashboard.title')}
            </NavLink>
          </li>
          {Object.entries(WAYS).map(([name, path]) => (
            <li key={name}>
              <NavLink to={`/admin/${path}`}>{t(`staff.${name}.title`)}</NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div ref={content} tabIndex={-1} className={styles.content}>
        <Suspense fallback={<SkeletonText lines={6} />}>
          <Routes>
            <Route index element={<DashboardPage />} />
            <Route path="orders" element={<OrderQueuePage />} />
            <Route path="orders/:id" element={<StaffOrderPage />} />
            <Route path="orders/:id/packing-slip" element={<PackingSlipPage />} />
            <Route path="products" element={<StaffProductsPage />} />
            <Route path="products/new" element={<NewProductPage />} />
            <Route path="products/low-stock" element={<LowStockPage />} />
            <Route path="products/import" element={<ImportPage />} />
            <Route path="products/:id" element={<ProductEditPage />} />
            <Route path="users" element={<UsersPage />} />
            <Route path="search" element={<SearchIndexPage />} />
            <Route path="dead-letters" element={<DeadLettersPage />} />
            <Route path="books" element={<BooksPage />} />
            <Route path="audit" element={<AuditPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </div>
    </div>
  )
}

/** On a new page the shop puts the focus before its content; the ways are the same everywhere, and nobody wants to go through them each time. */
function useArrivalBeyondWays() {
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (document.activeElement?.id === MAIN_ID) content.current?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return content
}
