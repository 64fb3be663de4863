import { ProblemError } from '../api/problem'
import { sentenceOf } from '../api/sentence'
import { Button } from './Button'
import { focusMain } from './focus'
import styles from './ErrorNotice.module.css'
import { Notice } from './Notice'
import { useTranslation } from './translation'
import { useSecondsLeft } from './useSecondsLeft'

/** An error as a sentence, with a way to try again, once the shop will hear it, and the request id for the support desk. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation()
  const secondsLeft = useSecondsLeft(error)
  const requestId = error instanceof ProblemError ? error.requestId : null
  const retry = () => {
    // What tries again takes this button away.
    focusMain()
    onRetry?.()
  }
  return (
    <Notice tone="danger">
      <p className={styles.sentence}>{sentenceOf(error, t)}</p>
      {onRetry && (
        <Button look="secondary" disabled={secondsLeft > 0} aria-label={t('error.retry')} onClick={retry}>
          {secondsLeft > 0 ? (
            // Within an alert, a screen reader would say each second.
            <span aria-hidden="true">{t('error.retryIn', { count: secondsLeft })}</span>
          ) : (
            t('error.retry')
          )}
        </Button>
      )}
      {requestId && <p className={styles.requestId}>{t('error.requestId', { id: requestId })}</p>}
    </Notice>
  )
}
