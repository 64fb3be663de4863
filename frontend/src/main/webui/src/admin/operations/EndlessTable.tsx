import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '../../design/Button'
import { EmptyState } from '../../design/EmptyState'
import { ErrorNotice } from '../../design/ErrorNotice'
import { SkeletonText } from '../../design/Skeleton'
import { useTranslation } from '../../design/translation'
import styles from '../Staff.module.css'

interface EndlessTableProps<Row> {
  /** Where its words are: title, column, empty and emptyText below it. */
  words: string
  columns: string[]
  query: UseInfiniteQueryResult<InfiniteData<{ items: Row[] }>>
  row: (row: Row) => ReactNode
}

/** A list that is read in stretches, the next one when somebody asks for it. */
export function EndlessTable<Row>({ words, columns, query, row }: EndlessTableProps<Row>) {
  const { t } = useTranslation()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query
  const rows = data?.pages.flatMap(({ items }) => items)
  return (
    <>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!rows && !error && <SkeletonText lines={8} />}
      {rows?.length === 0 && <EmptyState level={2} title={t(`${words}.empty`)} text={t(`${words}.emptyText`)} />}
      {rows && rows.length > 0 && (
        <div role="region" aria-label={t(`${words}.title`)} tabIndex={0} className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`${words}.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{rows.map(row)}</tbody>
          </table>
        </div>
      )}
      {hasNextPage && (
        <Button look="secondary" className={styles.more} busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('staff.more')}
        </Button>
      )}
    </>
  )
}
