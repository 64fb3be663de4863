import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Badge } from '../../design/Badge'
import { Card } from '../../design/Card'
import { ErrorNotice } from '../../design/ErrorNotice'
import page from '../../design/page.module.css'
import { SkeletonText } from '../../design/Skeleton'
import { useTranslation } from '../../design/translation'
import { deadLettersQuery, OUTBOXES, type Outbox } from '../operations/deadLetters'
import { IndexDrift } from '../operations/IndexDrift'
import { lastRebuild } from '../operations/rebuild'
import { RebuildProgress } from '../operations/RebuildProgress'
import { LOW, lowStockQuery } from '../products/productCalls'
import styles from '../Staff.module.css'

const SHOWN = 5

/** What has to be ordered anew. */
export function LowStockTile() {
  const { t, language } = useTranslation()
  const { data, error, refetch } = useInfiniteQuery(lowStockQuery(LOW, SHOWN, language))
  const items = data?.pages[0]!.items
  return (
    <Card className={page.stack}>
      <h2>{t('staff.low.title')}</h2>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!items && !error && <SkeletonText lines={SHOWN} />}
      {items?.length === 0 && <p>{t('staff.low.empty')}</p>}
      {items && items.length > 0 && (
        <>
          <ul className={styles.counts}>
            {items.map(({ productId, name, available }) => (
              <li key={productId}>
                <Link to={`/admin/products/${productId}`}>{name}</Link>
                <Badge tone={available > 0 ? 'neutral' : 'danger'}>{available}</Badge>
              </li>
            ))}
          </ul>
          <Link to="/admin/products/low-stock">{t('staff.low.all')}</Link>
        </>
      )}
    </Card>
  )
}

/** Whether a service waits for somebody to look at what it could not deliver. */
export function DeadLetterTile() {
  const { t } = useTranslation()
  return (
    <Card className={page.stack}>
      <h2>{t('staff.dead.title')}</h2>
      <ul className={styles.counts}>
        {OUTBOXES.map((of) => (
          <li key={of}>
            <Link to={`/admin/dead-letters?of=${of}`}>{t(`staff.dead.outbox.${of}`)}</Link>
            <DeadLetterCount of={of} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function DeadLetterCount({ of }: { of: Outbox }) {
  const { t } = useTranslation()
  const { data, error } = useInfiniteQuery(deadLettersQuery(of))
  if (error) return <Badge>{t('staff.dashboard.unknown')}</Badge>
  if (!data) return <span>…</span>
  const count = data.pages[0]!.items.length
  const more = data.pages[0]!.nextCursor ? '+' : ''
  return <Badge tone={count > 0 ? 'danger' : 'success'}>{count + more}</Badge>
}

/** Whether the search index can be trusted, and how its last rebuild went that was begun here. */
export function IndexTile() {
  const { t } = useTranslation()
  const jobId = lastRebuild()
  return (
    <Card className={page.stack}>
      <h2>{t('staff.search.title')}</h2>
      <IndexDrift />
      {jobId ? <RebuildProgress jobId={jobId} /> : <p>{t('staff.dashboard.noRebuild')}</p>}
      <Link to="/admin/search">{t('staff.search.rebuild')}</Link>
    </Card>
  )
}
