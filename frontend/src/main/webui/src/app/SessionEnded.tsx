import { Link, useLocation } from 'react-router'
import { loginPath } from '../account/returnPath'
import { session } from '../api/session'
import { useStanding } from '../api/useSession'
import { Icon } from '../design/Icon'
import toast from '../design/Toaster.module.css'
import { useTranslation } from '../design/translation'

/** Says that the session has ended by itself, wherever that happens, until the customer has taken note. Always there, so that it is read out. */
export function SessionEnded() {
  const { t } = useTranslation()
  const hasLapsed = useStanding() === 'lapsed'
  const { pathname, search } = useLocation()
  // There the page itself shows it, above the fields.
  const onTheWayBack = pathname === '/login' || pathname === '/register'
  return (
    <div aria-live="polite" className={onTheWayBack ? 'visually-hidden' : toast.toaster}>
      {hasLapsed && onTheWayBack && t('account.expired')}
      {hasLapsed && !onTheWayBack && (
        <div className={toast.toast}>
          <span>{t('account.expired')}</span>
          <Link to={loginPath(pathname + search, 'expired')}>{t('nav.login')}</Link>
          <button type="button" aria-label={t('dismiss')} onClick={session.dismissLapse}>
            <Icon name="cross" size={18} />
          </button>
        </div>
      )}
    </div>
  )
}
