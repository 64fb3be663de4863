import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { unwrap } from '../../api/client'
import type { SecurityEvent } from '../../api/types'
import { MINE } from '../../api/useSession'
import { formatDateTime } from '../../design/date'
import page from '../../design/page.module.css'
import { useTranslation } from '../../design/translation'
import { usePageTitle } from '../../design/usePageTitle'
import styles from '../Staff.module.css'
import { staff } from '../staffApi'
import { EndlessTable } from './EndlessTable'

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
  const events = useInfiniteQuery(eventsQuery)
  return (
    <div className={styles.page}>
      <h1>{t('staff.audit.title')}</h1>
      <p className={page.muted}>{t('staff.audit.lead')}</p>
      <EndlessTable words="staff.audit" columns={COLUMNS} query={events} row={(event) => <EventRow key={event.id} event={event} />} />
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
