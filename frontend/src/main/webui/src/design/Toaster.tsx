import { useSyncExternalStore } from 'react'
import { Link } from 'react-router'
import { Icon } from './Icon'
import { currentToasts, dismissToast, subscribeToToasts } from './toasts'
import styles from './Toaster.module.css'
import { useTranslation } from './translation'

/** Where toasts appear; a polite live region, so that they are read out too. */
export function Toaster() {
  const { t } = useTranslation()
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts)
  return (
    <div className={styles.toaster} role="status" aria-live="polite" data-toasts="">
      {toasts.map(({ id, message, way }) => (
        <div key={id} className={styles.toast}>
          <span>{message}</span>
          {way &&
            ('to' in way ? (
              <Link to={way.to} onClick={() => dismissToast(id)}>
                {way.label}
              </Link>
            ) : (
              <button
                type="button"
                className={styles.action}
                onClick={() => {
                  dismissToast(id)
                  way.act()
                }}
              >
                {way.label}
              </button>
            ))}
          <button type="button" aria-label={t('dismiss')} onClick={() => dismissToast(id)}>
            <Icon name="cross" size={18} />
          </button>
        </div>
      ))}
    </div>
  )
}
