import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Badge } from '../../design/Badge'
import { Card } from '../../design/Card'
import { ErrorNotice } from '../../design/ErrorNotice'
import page from '../../design/page.module.css'
import { SkeletonText } from '../../design/Skeleton'
import { useTranslation } from '../../design/translation'
import { reconciliationQuery } from '../operations/reconciliation'
import { ORDER_STATUSES } from '../orders/queue'
import styles from '../Staff.module.css'

/** How many orders there are of each status, each the way to them; and whether the books agree. */
export function BooksTiles() {
  const { t, language } = useTranslation()
  const { data, error, refetch } = useInfiniteQuery(reconciliationQuery)
  const books = data?.pages[0]
  const format = new Intl.NumberFormat(language)
  if (error) return <ErrorNotice error={error} onRetry={refetch} />
  return (
    <>
      <Card className={page.stack}>
        <h2>{t('staff.orders.title')}</h2>
        {books ? (
          <ul className={styles.counts}>
            {ORDER_STATUSES.map((status) => (
              <li key={status}>
                <Link to={`/admin/orders?status=${status}`}>{t(`orders.status.${status}`)}</Link>
                <strong>{format.format(books.orders[status] ?? 0)}</strong>
              </li>
            ))}
          </ul>
        ) : (
          <SkeletonText lines={6} />
        )}
      </Card>
      <Card className={page.stack}>
        <h2>{t('staff.books.title')}</h2>
        {books ? (
          <>
            <p>
              <Badge tone={books.mismatches.length > 0 ? 'danger' : 'success'}>
                {books.mismatches.length > 0
                  ? t('staff.books.wrong', { count: books.mismatches.length })
                  : t(books.complete ? 'staff.books.agree' : 'staff.books.agreeSoFar')}
              </Badge>
            </p>
            <p>{t('staff.dashboard.outbox', { pending: books.outbox.pending, seconds: books.outbox.oldestSeconds })}</p>
            <Link to="/admin/books">{t('staff.dashboard.more')}</Link>
          </>
        ) : (
          <SkeletonText lines={3} />
        )}
      </Card>
    </>
  )
}
