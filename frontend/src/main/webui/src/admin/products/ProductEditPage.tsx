import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { ProblemError } from '../../api/problem'
import { MINE } from '../../api/useSession'
import { ButtonLink } from '../../design/Button'
import { EmptyState } from '../../design/EmptyState'
import { ErrorNotice } from '../../design/ErrorNotice'
import { SkeletonText } from '../../design/Skeleton'
import { useTranslation } from '../../design/translation'
import { usePageTitle } from '../../design/usePageTitle'
import styles from '../Staff.module.css'
import { readProduct } from './productCalls'
import { ProductEditor } from './ProductEditor'

/** A product that is edited, from how it is when the page is opened; what happens to it later shows when it is saved. */
export default function ProductEditPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const { data: opened, error, refetch } = useQuery({
    queryKey: [MINE, 'staff', 'edit', id],
    queryFn: () => readProduct(id),
    staleTime: Infinity,
    gcTime: 0,
  })
  usePageTitle(opened?.product.name)

  if (error instanceof ProblemError && error.status === 404) {
    return (
      <EmptyState title={t('product.gone')} text={t('product.goneText')}>
        <ButtonLink to="/admin/products">{t('staff.products.back')}</ButtonLink>
      </EmptyState>
    )
  }
  return (
    <div className={styles.page}>
      <Link to="/admin/products">{t('staff.products.back')}</Link>
      <header className={styles.head}>
        <h1>{opened?.product.name ?? t('staff.products.edit')}</h1>
        {opened && <Link to={`/products/${id}`}>{t('staff.products.inShop')}</Link>}
      </header>
      {opened ? <ProductEditor opened={opened} /> : error ? <ErrorNotice error={error} onRetry={refetch} /> : <SkeletonText lines={10} />}
    </div>
  )
}
