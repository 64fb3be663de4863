import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, unwrap } from '../api/client'
import type { User } from '../api/types'
import { MINE } from '../api/useSession'
import { ButtonLink } from '../design/Button'
import { Card } from '../design/Card'
import { classes } from '../design/classes'
import { formatDate } from '../design/date'
import { ErrorNotice } from '../design/ErrorNotice'
import page from '../design/page.module.css'
import { SkeletonText } from '../design/Skeleton'
import { usePageTitle } from '../design/usePageTitle'
import styles from './ProfilePage.module.css'

export default function ProfilePage() {
  const { t } = useTranslation()
  usePageTitle(t('account.profile'))
  const { data: user, error, refetch } = useQuery({ queryKey: [MINE, 'profile'], queryFn: () => unwrap(api.GET('/api/v1/auth/me')) })
  return (
    <div className={classes(page.page, page.narrow)}>
      <h1>{t('account.profile')}</h1>
      {user ? <Profile user={user} /> : error ? <ErrorNotice error={error} onRetry={refetch} /> : <SkeletonText lines={4} />}
    </div>
  )
}

function Profile({ user }: { user: User }) {
  const { t, i18n } = useTranslation()
  return (
    <Card className={styles.profile}>
      <span className={styles.initial} aria-hidden="true">
        {user.displayName.charAt(0).toUpperCase()}
      </span>
      <dl className={styles.facts}>
        <dt>{t('account.displayName')}</dt>
        <dd>{user.displayName}</dd>
        <dt>{t('account.email')}</dt>
        <dd>{user.email}</dd>
        <dt>{t('account.since')}</dt>
        <dd>{formatDate(user.createdAt, i18n.language)}</dd>
      </dl>
      <ButtonLink to="/orders" look="secondary">
        {t('nav.orders')}
      </ButtonLink>
    </Card>
  )
}
