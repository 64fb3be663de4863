import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AdministeredUser } from '../../api/types'
import { Badge } from '../../design/Badge'
import { formatDate } from '../../design/date'
import { showToast } from '../../design/toasts'
import { useTranslation } from '../../design/translation'
import { Confirmed } from '../Confirmed'
import styles from '../Staff.module.css'
import { changeUser, usersKey, type UserChange } from './userCalls'
import { UserSessions } from './UserSessions'

const ADMIN = 'admin'

/** Somebody with an account, and what can be changed about it. */
export function UserRow({ user, onRefused }: { user: AdministeredUser; onRefused: (error: Error | null) => void }) {
  const { t, language } = useTranslation()
  const queryClient = useQueryClient()
  const { email, displayName, roles, enabled, createdAt } = user
  const { mutate, isPending } = useMutation({
    mutationFn: (change: UserChange) => changeUser(user.id, change),
    onMutate: () => onRefused(null),
    onSuccess: () => showToast(t('staff.users.done', { email })),
    onError: onRefused,
    onSettled: () => queryClient.invalidateQueries({ queryKey: usersKey }),
  })
  const isAdmin = roles.includes(ADMIN)
  const others = roles.filter((role) => role !== ADMIN)
  const question = (kind: string) => ({
    label: t(`staff.users.${kind}`),
    of: email,
    title: t(`staff.users.${kind}Title`, { email }),
    text: t(`staff.users.${kind}Text`),
    busy: isPending,
  })

  return (
    <tr>
      <th scope="row">
        {email}
        <small>{displayName}</small>
      </th>
      <td>{roles.map((role) => t([`staff.users.role.${role}`, role])).join(', ')}</td>
      <td>
        <Badge tone={enabled ? 'success' : 'danger'}>{t(enabled ? 'staff.users.enabled' : 'staff.users.disabled')}</Badge>
      </td>
      <td className={styles.short}>{formatDate(createdAt, language)}</td>
      <td className={styles.short}>
        {/* The same question before and after, so that the focus stays on its button. */}
        <Confirmed
          {...question(isAdmin ? 'demote' : 'promote')}
          onConfirm={() => mutate({ roles: !isAdmin ? [...roles, ADMIN] : others.length > 0 ? others : ['customer'] })}
        />
        <UserSessions user={user} />
        <Confirmed {...question(enabled ? 'disable' : 'enable')} onConfirm={() => mutate({ enabled: !enabled })} />
      </td>
    </tr>
  )
}
