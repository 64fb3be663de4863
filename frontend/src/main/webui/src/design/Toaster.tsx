import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon } from './Icon'
import { currentToasts, dismissToast, subscribeToToasts } from './toasts'
import styles from './Toaster.module.css'

/** Where toasts appear; a polite live region, so that they are read out too. */
export function Toaster() {
  const { t } = useTranslation()
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts)
  return (
    <div className={styles.toaster} role="status" aria-live="polite">
      {toasts.map(({ id, message, link }) => (
        <div key={id} className={styles.toast}>
          <span>{message}</span>
          {link && (
            <Link to={link.to} onClick={() => dismissToast(id)}>
              {link.label}
            </Link>
          )}
          <button type="button" aria-label={t('dismiss')} onClick={() => dismissToast(id)}>
            <Icon name="cross" size={18} />
          </button>
        </div>
      ))}
    </div>
  )
}
