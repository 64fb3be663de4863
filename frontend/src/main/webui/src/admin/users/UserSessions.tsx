import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AdministeredUser } from '../../api/types'
import { Button } from '../../design/Button'
import { formatDateTime } from '../../design/date'
import { Dialog } from '../../design/Dialog'
import { ErrorNotice } from '../../design/ErrorNotice'
import page from '../../design/page.module.css'
import { SkeletonText } from '../../design/Skeleton'
import { showToast } from '../../design/toasts'
import { useTranslation } from '../../design/translation'
import styles from '../Staff.module.css'
import { endSessions, sessionsQuery } from './userCalls'

const COLUMNS = ['started', 'used', 'expires']

/** Where somebody is signed in, behind a button, and the end of all of it. */
export function UserSessions({ user: { id, email } }: { user: AdministeredUser }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => endSessions(id),
    onSuccess: async () => {
      setOpen(false)
      showToast(t('staff.users.sessions.done', { email }))
      await queryClient.invalidateQueries({ queryKey: sessionsQuery(id).queryKey })
    },
  })
  const title = t('staff.users.sessions.title', { email })
  return (
    <>
      <Button look="quiet" aria-label={t('staff.of', { label: t('staff.users.sessions.open'), of: email })} onClick={() => setOpen(true)}>
        {t('staff.users.sessions.open')}
      </Button>
      <Dialog
        title={title}
        open={isOpen}
        onClose={() => setOpen(false)}
        footer={
          <div className={styles.end}>
            <Button look="secondary" onClick={() => setOpen(false)}>
              {t('staff.cancel')}
            </Button>
            <Button busy={isPending} onClick={() => mutate()}>
              {t('staff.users.sessions.end')}
            </Button>
          </div>
        }
      >
        <div className={page.stack}>
          {error && <ErrorNotice error={error} />}
          {isOpen && <Sessions id={id} title={title} />}
          <p>{t('staff.users.sessions.sure')}</p>
        </div>
      </Dialog>
    </>
  )
}

function Sessions({ id, title }: { id: string; title: string }) {
  const { t, language } = useTranslation()
  const { data, error, refetch } = useQuery(sessionsQuery(id))
  if (error) return <ErrorNotice error={error} onRetry={refetch} />
  if (!data) return <SkeletonText lines={3} />
  return (
    <>
      <p>{t('staff.users.sessions.count', { count: data.total })}</p>
      {data.items.length > 0 && (
        <div role="region" aria-label={title} tabIndex={0} className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(`staff.users.sessions.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.items.map(({ startedAt, lastUsedAt, expiresAt }, place) => (
                <tr key={place}>
                  {[startedAt, lastUsedAt, expiresAt].map((moment, column) => (
                    <td key={column} className={styles.short}>
                      <time dateTime={moment}>{formatDateTime(moment, language)}</time>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
