import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { Button } from '../../design/Button'
import { EmptyState } from '../../design/EmptyState'
import { ErrorNotice } from '../../design/ErrorNotice'
import { SelectField } from '../../design/Field'
import page from '../../design/page.module.css'
import { SkeletonText } from '../../design/Skeleton'
import { useTranslation } from '../../design/translation'
import { usePageTitle } from '../../design/usePageTitle'
import styles from '../Staff.module.css'
import { DeadLetterRow } from './DeadLetterRow'
import { deadLettersQuery, OUTBOXES } from './deadLetters'

const COLUMNS = ['type', 'deadAt', 'attempts', 'lastError', 'decide']

/** What a service could not deliver, however often it tried: somebody has to look, and try again or give it up. */
export default function DeadLettersPage() {
  const { t } = useTranslation()
  usePageTitle(t('staff.dead.title'))
  const [search, setSearch] = useSearchParams()
  const of = OUTBOXES.find((known) => known === search.get('of')) ?? 'orders'
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(deadLettersQuery(of))
  const letters = data?.pages.flatMap(({ items }) => items)
  return (
    <div className={styles.page}>
      <h1>{t('staff.dead.title')}</h1>
      <p className={page.muted}>{t('staff.dead.lead')}</p>
      <div className={styles.tools}>
        <SelectField label={t('staff.dead.of')} value={of} onChange={({ target }) => setSearch({ of: target.value })}>
          {OUTBOXES.map((outbox) => (
            <option key={outbox} value={outbox}>
              {t(`staff.dead.outbox.${outbox}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!letters && !error && <SkeletonText lines={6} />}
      {letters?.length === 0 && <EmptyState level={2} title={t('staff.dead.empty')} text={t('staff.dead.emptyText')} />}
      {letters && letters.length > 0 && (
        <div role="region" aria-label={t('staff.dead.title')} tabIndex={0} className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(`staff.dead.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {letters.map((letter) => (
                <DeadLetterRow key={letter.id} of={of} letter={letter} />
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
