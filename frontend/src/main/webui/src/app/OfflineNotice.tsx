import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { reach } from '../api/reach'
import { useTranslation } from '../design/translation'
import styles from './Shell.module.css'

/** Says that there is no connection, and that what is shown may be old; once there is one, everything is read again. */
export function OfflineNotice() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const isLost = useSyncExternalStore(reach.onChange, reach.isLost)

  useEffect(() => {
    if (isLost) return () => void queryClient.invalidateQueries()
  }, [isLost, queryClient])

  return (
    <div role="status" className={styles.offline}>
      {isLost && t('offline')}
    </div>
  )
}
