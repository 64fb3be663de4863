import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { productsQuery } from '../../catalogue/queries'
import { Badge } from '../../design/Badge'
import { Card } from '../../design/Card'
import { ErrorNotice } from '../../design/ErrorNotice'
import page from '../../design/page.module.css'
import { SkeletonText } from '../../design/Skeleton'
import { useTranslation } from '../../design/translation'
import { deadLettersQuery, OUTBOXES, type Outbox } from '../operations/deadLetters'
import { lastRebuild } from '../operations/rebuild'
import { RebuildProgress } from '../operations/RebuildProgress'
import styles from '../Staff.module.css'

const SHOWN = 5

/** What nobody can buy at the moment. */
export function SoldOutTile() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(productsQuery({ inStock: false, page: 0 }, SHOWN))
  return (
    <Card className={page.stack}>
      <h2>{t('staff.dashboard.soldOut')}</h2>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonText lines={SHOWN} />}
      {data?.items.length === 0 && <p>{t('staff.dashboard.nothingSoldOut')}</p>}
      {data && data.items.length > 0 && (
        <>
          <ul className={styles.counts}>
            {data.items.map(({ id, name }) => (
              <li key={id}>
                <Link to={`/admin/products/${id}`}>{name}</Link>
              </li>
            ))}
          </ul>
          <Link to="/admin/products?inStock=false">{t('staff.dashboard.allSoldOut', { count: data.total })}</Link>
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

/** How the last rebuild of the search index went that was begun here. */
export function IndexTile() {
  const { t } = useTranslation()
  const jobId = lastRebuild()
  return (
    <Card className={page.stack}>
      <h2>{t('staff.search.title')}</h2>
      {jobId ? <RebuildProgress jobId={jobId} /> : <p>{t('staff.dashboard.noRebuild')}</p>}
      <Link to="/admin/search">{t('staff.search.rebuild')}</Link>
    </Card>
  )
}
