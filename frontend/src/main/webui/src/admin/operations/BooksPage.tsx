import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Reconciliation } from '../../api/types'
import { Button } from '../../design/Button'
import { Card } from '../../design/Card'
import { ErrorNotice } from '../../design/ErrorNotice'
import { Notice } from '../../design/Notice'
import page from '../../design/page.module.css'
import { SkeletonText } from '../../design/Skeleton'
import { useTranslation } from '../../design/translation'
import { usePageTitle } from '../../design/usePageTitle'
import styles from '../Staff.module.css'
import { Figures } from './Figures'
import { reconciliationQuery } from './reconciliation'

/** Whether orders, reservations and payments say the same. */
export default function BooksPage() {
  const { t } = useTranslation()
  usePageTitle(t('staff.books.title'))
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery(reconciliationQuery)
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('staff.books.title')}</h1>
        <Button look="secondary" busy={isFetching} onClick={() => refetch()}>
          {t('staff.books.again')}
        </Button>
      </header>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonText lines={8} />}
      {data && <Books parts={data.pages} />}
      {hasNextPage && (
        <Button look="secondary" className={styles.more} busy={isFetching} onClick={() => fetchNextPage()}>
          {t('staff.books.on')}
        </Button>
      )}
    </div>
  )
}

function Books({ parts }: { parts: Reconciliation[] }) {
  const { t } = useTranslation()
  const { orders, payments, outbox, complete } = parts.at(-1)!
  const mismatches = parts.flatMap((part) => part.mismatches)
  return (
    <>
      <Notice tone={mismatches.length > 0 ? 'danger' : 'success'}>
        {mismatches.length > 0 ? t('staff.books.wrong', { count: mismatches.length }) : t(complete ? 'staff.books.fine' : 'staff.books.fineSoFar')}
      </Notice>
      {mismatches.length > 0 && (
        <ul className={page.stack}>
          {mismatches.map(({ orderId, problem }) => (
            <li key={orderId + problem}>
              <Link to={`/admin/orders/${orderId}`}>{orderId}</Link>: <span lang="en">{problem}</span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.pair}>
        <Card className={page.stack}>
          <h2>{t('staff.orders.title')}</h2>
          <Figures of={orders} label={(status) => t(`orders.status.${status}`)} />
        </Card>
        <Card className={page.stack}>
          <h2>{t('staff.books.payments')}</h2>
          <Figures of={{ ...payments }} label={(name) => t(`staff.books.payment.${name}`)} />
        </Card>
        <Card className={page.stack}>
          <h2>{t('staff.books.outbox')}</h2>
          <Figures of={{ ...outbox }} label={(name) => t(`staff.books.box.${name}`)} />
        </Card>
      </div>
    </>
  )
}
