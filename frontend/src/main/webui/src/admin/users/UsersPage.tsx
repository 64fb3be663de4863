import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useSearchParams } from 'react-router'
import { Button } from '../../design/Button'
import { EmptyState } from '../../design/EmptyState'
import { ErrorNotice } from '../../design/ErrorNotice'
import { Field } from '../../design/Field'
import { TakesFocus } from '../../design/focus'
import page from '../../design/page.module.css'
import { Pagination, usePageTurned } from '../../design/Pagination'
import { SkeletonText } from '../../design/Skeleton'
import { useTranslation } from '../../design/translation'
import { usePageTitle } from '../../design/usePageTitle'
import { USER_SEARCH } from '../limits'
import styles from '../Staff.module.css'
import { USERS_A_PAGE, usersQuery } from './userCalls'
import { UserRow } from './UserRow'

const COLUMNS = ['user', 'roles', 'state', 'since', 'change']
/** The API shows no further than offset 10 000. */
const LAST_PAGE = 10_000 / USERS_A_PAGE

/** Everybody with an account: who may do what, and who may log in at all. */
export default function UsersPage() {
  const { t } = useTranslation()
  usePageTitle(t('staff.users.title'))
  const [search] = useSearchParams()
  const q = search.get('q')?.trim().slice(0, USER_SEARCH.maxLength) ?? ''
  const shown = Math.min(Math.max(0, (Math.floor(Number(search.get('page'))) || 1) - 1), LAST_PAGE)
  const { data, error, refetch } = useQuery(usersQuery(q, shown))
  const [refusal, setRefusal] = useState<Error | null>(null)
  const list = usePageTurned<HTMLDivElement>()
  const hrefOf = (target: number) => `/admin/users?${new URLSearchParams({ ...(q && { q }), page: String(target + 1) })}`

  return (
    <div className={styles.page}>
      <h1>{t('staff.users.title')}</h1>
      <p className={page.muted}>{t('staff.users.rule')}</p>
      <Search q={q} />
      {refusal && (
        <TakesFocus key={String(refusal)}>
          <ErrorNotice error={refusal} />
        </TakesFocus>
      )}
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonText lines={8} />}
      {data?.items.length === 0 && <EmptyState level={2} title={t('staff.users.empty')} text={t('staff.products.emptyText')} />}
      {data && data.items.length > 0 && (
        <div ref={list} role="region" aria-label={t('staff.users.title')} tabIndex={0} className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(`staff.users.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.items.map((user) => (
                <UserRow key={user.id} user={user} onRefused={setRefusal} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {data && <Pagination page={shown} pageCount={Math.min(Math.ceil(data.total / USERS_A_PAGE), LAST_PAGE + 1)} hrefOf={hrefOf} />}
    </div>
  )
}

function Search({ q }: { q: string }) {
  const { t } = useTranslation()
  const [, setSearch] = useSearchParams()
  const [typed, setTyped] = useState(q)
  function find(event: FormEvent) {
    event.preventDefault()
    setSearch(typed.trim() ? { q: typed.trim() } : {})
  }
  return (
    <form role="search" aria-label={t('staff.users.find')} onSubmit={find} className={styles.tools}>
      <Field label={t('staff.users.find')} type="search" value={typed} maxLength={USER_SEARCH.maxLength} onChange={({ target }) => setTyped(target.value)} />
      <Button type="submit" look="secondary">
        {t('search.submit')}
      </Button>
    </form>
  )
}
