import { useQuery } from '@tanstack/react-query'
import { hasSlug } from '../../api/problem'
import type { Rebuild } from '../../api/types'
import { Badge, type BadgeTone } from '../../design/Badge'
import { formatDateTime } from '../../design/date'
import { ErrorNotice } from '../../design/ErrorNotice'
import page from '../../design/page.module.css'
import { SkeletonText } from '../../design/Skeleton'
import { useTranslation } from '../../design/translation'
import styles from '../Staff.module.css'
import { rebuildQuery } from './rebuild'

const TONES: Record<NonNullable<Rebuild['status']>, BadgeTone> = { RUNNING: 'notice', COMPLETED: 'success', FAILED: 'danger' }

/** How far a rebuild of the search index is. */
export function RebuildProgress({ jobId }: { jobId: string }) {
  const { t } = useTranslation()
  const { data: rebuild, error, refetch } = useQuery(rebuildQuery(jobId))
  if (hasSlug(error, 'not-found')) return <p className={page.muted}>{t('staff.search.longAgo')}</p>
  if (error) return <ErrorNotice error={error} onRetry={refetch} />
  return rebuild ? <Rebuilding rebuild={rebuild} /> : <SkeletonText lines={3} />
}

function Rebuilding({ rebuild: { status = 'RUNNING', indexed = 0, total = 0, startedAt, finishedAt, failure } }: { rebuild: Rebuild }) {
  const { t, language } = useTranslation()
  return (
    <div className={page.stack}>
      <p role="status">
        <Badge tone={TONES[status]}>{t(`staff.search.status.${status}`)}</Badge>
      </p>
      <progress className={styles.progress} aria-label={t('staff.search.progress')} max={Math.max(total, 1)} value={status === 'COMPLETED' ? Math.max(total, 1) : Math.min(indexed, total)} />
      <p>{t('staff.search.count', { indexed, total })}</p>
      <p className={page.muted}>
        {startedAt && t('staff.search.started', { date: formatDateTime(startedAt, language) })}{' '}
        {finishedAt && t('staff.search.finished', { date: formatDateTime(finishedAt, language) })}
      </p>
      {failure && <p lang="en">{failure}</p>}
    </div>
  )
}
