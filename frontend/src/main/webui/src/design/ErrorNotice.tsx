import { useTranslation } from 'react-i18next'
import { ProblemError } from '../api/problem'
import { sentenceOf } from '../api/sentence'
import { Button } from './Button'
import styles from './ErrorNotice.module.css'
import { Notice } from './Notice'

/** An error as a sentence, with a way to try again and the request id for the support desk. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation()
  const requestId = error instanceof ProblemError ? error.requestId : null
  return (
    <Notice tone="danger">
      <p className={styles.sentence}>{sentenceOf(error, t)}</p>
      {onRetry && (
        <Button look="secondary" onClick={onRetry}>
          {t('error.retry')}
        </Button>
      )}
      {requestId && <p className={styles.requestId}>{t('error.requestId', { id: requestId })}</p>}
    </Notice>
  )
}
