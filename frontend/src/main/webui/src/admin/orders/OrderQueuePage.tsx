import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { Button } from '../../design/Button'
import { classes } from '../../design/classes'
import { EmptyState } from '../../design/EmptyState'
import { ErrorNotice } from '../../design/ErrorNotice'
import { SelectField } from '../../design/Field'
import page from '../../design/page.module.css'
import { SkeletonText } from '../../design/Skeleton'
import { useTranslation } from '../../design/translation'
import { usePageTitle } from '../../design/usePageTitle'
import styles from '../Staff.module.css'
import { useChosen } from '../useChosen'
import { BulkBar } from './BulkBar'
import { OrderRow } from './OrderRow'
import { nextMove, ORDER_STATUSES, queueFiltersFrom, queueQuery } from './queue'
import { useQueueKeys } from './useQueueKeys'

/** What is to be done comes first: on a small screen the rest is beside it. */
const COLUMNS = ['number', 'status', 'next', 'customer', 'items', 'total', 'placed']
const NUMBERS = ['items', 'total']

/** Everybody's orders, for those who pack and send them; a list that is gone through by keyboard. */
export default function OrderQueuePage() {
  const { t } = useTranslation()
  usePageTitle(t('staff.orders.title'))
  const filters = queueFiltersFrom(useSearchParams()[0])
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(queueQuery(filters))
  const { list, isOn, turn } = useQueueKeys<HTMLTableElement>(() => hasNextPage && !isFetchingNextPage && void fetchNextPage())
  const orders = data?.pages.flatMap(({ items }) => items)
  const { chosen, has, isAll, choose, chooseAll } = useChosen((orders ?? []).filter(nextMove))

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('staff.orders.title')}</h1>
        <label className={styles.check}>
          <input type="checkbox" checked={isOn} onChange={(event) => turn(event.target.checked)} />
          {t('staff.orders.keys')}
        </label>
      </header>
      <QueueFilterBar />
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!orders && !error && <SkeletonText lines={8} />}
      {orders?.length === 0 && <EmptyState level={2} title={t('staff.orders.empty')} text={t('staff.orders.emptyText')} />}
      {orders?.some(nextMove) && <BulkBar chosen={chosen} onMoved={(id) => choose(id, false)} />}
      {orders && orders.length > 0 && (
        <div role="region" aria-label={t('staff.orders.title')} tabIndex={0} className={styles.scroll}>
          <table ref={list} className={styles.table}>
            <thead>
              <tr>
                <td>
                  {orders.some(nextMove) && (
                    <input
                      type="checkbox"
                      className={styles.choice}
                      aria-label={t('staff.orders.bulk.all')}
                      checked={isAll}
                      onChange={(event) => chooseAll(event.target.checked)}
                    />
                  )}
                </td>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={classes(NUMBERS.includes(column) && styles.number)}>
                    {t(`staff.orders.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {orders.map((order) => (
                <OrderRow key={order.id} order={order} isChosen={has(order.id)} onChoose={(isChosen) => choose(order.id, isChosen)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hasNextPage && (
        <Button look="secondary" className={styles.more} busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('orders.more')}
        </Button>
      )}
    </div>
  )
}

function QueueFilterBar() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const { status, userId } = queueFiltersFrom(search)
  const show = (filters: Record<string, string | undefined>) =>
    setSearch(Object.fromEntries(Object.entries({ status, userId, ...filters }).flatMap(([name, value]) => (value ? [[name, value]] : []))))
  return (
    <div className={styles.tools}>
      <SelectField label={t('staff.orders.column.status')} value={status ?? ''} onChange={(event) => show({ status: event.target.value || undefined })}>
        <option value="">{t('staff.orders.all')}</option>
        {ORDER_STATUSES.map((known) => (
          <option key={known} value={known}>
            {t(`orders.status.${known}`)}
          </option>
        ))}
      </SelectField>
      {userId && (
        <p className={page.muted}>
          {t('staff.orders.ofOne')}{' '}
          <Button look="quiet" onClick={() => show({ userId: undefined })}>
            {t('staff.orders.ofAll')}
          </Button>
        </p>
      )}
    </div>
  )
}
