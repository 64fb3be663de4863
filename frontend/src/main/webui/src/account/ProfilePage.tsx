import { useQuery } from '@tanstack/react-query'
import { AddressBook } from '../addresses/AddressBook'
import { addressesQuery } from '../addresses/addressBook'
import type { User } from '../api/types'
import { ButtonLink } from '../design/Button'
import { Card } from '../design/Card'
import { classes } from '../design/classes'
import { formatDate } from '../design/date'
import { ErrorNotice } from '../design/ErrorNotice'
import page from '../design/page.module.css'
import { SkeletonText } from '../design/Skeleton'
import { useTranslation } from '../design/translation'
import { useOnce } from '../design/useOnce'
import { usePageTitle } from '../design/usePageTitle'
import { DeleteAccount } from './DeleteAccount'
import { OwnData } from './OwnData'
import { profileQuery } from './profile'
import styles from './ProfilePage.module.css'

export default function ProfilePage() {
  const { t } = useTranslation()
  usePageTitle(t('account.profile'))
  const { data: user, error, refetch } = useQuery(profileQuery)
  const { isPending } = useQuery(addressesQuery)
  // All at once: what comes later would push away what stands below it.
  const hasCome = useOnce(!isPending && (user !== undefined || error !== null))
  return (
    <div className={classes(page.page, page.narrow)}>
      <h1>{t('account.profile')}</h1>
      {hasCome ? (
        <>
          {user ? <Profile user={user} /> : error ? <ErrorNotice error={error} onRetry={refetch} /> : <SkeletonText lines={4} />}
          <AddressBook />
          <OwnData />
          <DeleteAccount />
        </>
      ) : (
        <SkeletonText lines={8} />
      )}
    </div>
  )
}

function Profile({ user }: { user: User }) {
  const { t, language } = useTranslation()
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
        <dd>{formatDate(user.createdAt, language)}</dd>
      </dl>
      <ButtonLink to="/orders" look="secondary">
        {t('nav.orders')}
      </ButtonLink>
    </Card>
  )
}
