import { NetworkError } from '../api/problem'
import { resume } from '../api/upkeep'
import { ErrorNotice } from '../design/ErrorNotice'
import { useTranslation } from '../design/translation'

const UNREACHABLE = new NetworkError(null)

/** In place of what is a customer's own, while it cannot be known whether they are still logged in. */
export function SessionUnreachable() {
  const { t } = useTranslation()
  return (
    <>
      <h1>{t('error.offlineTitle')}</h1>
      <ErrorNotice error={UNREACHABLE} onRetry={() => void resume()} />
    </>
  )
}
