import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { unwrap } from '../../api/client'
import type { SecurityEvent } from '../../api/types'
import { MINE } from '../../api/useSession'
import { Button } from '../../design/Button'
import { formatDateTime } from '../../design/date'
import { EmptyState } from '../../design/EmptyState'
import { ErrorNotice } from '../../design/ErrorNotice'
import page from '../../design/page.module.css'
import { SkeletonText } from '../../design/Skeleton'
import { useTranslation } from '../../design/translation'
import { usePageTitle } from '../../design/usePageTitle'
import styles from '../Staff.module.css'
import { staff } from '../staffApi'

const COLUMNS = ['at', 'what', 'whom', 'by', 'detail']
const PAGE_SIZE = 50

const eventsQuery = infiniteQueryOptions({
  queryKey: [MINE, 'staff', 'events'],
  queryFn: ({ pageParam }) =>
    unwrap(staff().GET('/api/v1/admin/users/security-events', { params: { query: { size: PAGE_SIZE, ...(pageParam && { after: pageParam }) } } })),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor,
})

/** What happened to accounts and sessions, and who did it. */
export default function AuditPage() {
  const { t } = useTranslation()
  usePageTitle(t('staff.audit.title'))
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(eventsQuery)
  const events = data?.pages.flatMap(({ items }) => items)
  return (
    <div className={styles.page}>
      <h1>{t('staff.audit.title')}</h1>
      <p className={page.muted}>{t('staff.audit.lead')}</p>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!events && !error && <SkeletonText lines={8} />}
      {events?.length === 0 && <EmptyState level={2} title={t('staff.audit.empty')} text={t('staff.audit.emptyText')} />}
      {events && events.length > 0 && (
        <div role="region" aria-label={t('staff.audit.title')} tabIndex={0} className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(`staff.audit.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {events.map((event) => (
                <EventRow key={event.id} event={event} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hasNextPage && (
        <Button look="secondary" className={styles.more} busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('staff.more')}
        </Button>
      )}
    </div>
  )
}

function EventRow({ event: { type, userId, actorId, detail, occurredAt } }: { event: SecurityEvent }) {
  const { t, language } = useTranslation()
  return (
    <tr>
      <td className={styles.short}>
        <time dateTime={occurredAt}>{formatDateTime(occurredAt, language)}</time>
      </td>
      <th scope="row">{t(`staff.audit.event.${type}`)}</th>
      <td>{userId ?? '–'}</td>
      <td>{actorId ?? '–'}</td>
      <td lang="en">{detail}</td>
    </tr>
  )
}
