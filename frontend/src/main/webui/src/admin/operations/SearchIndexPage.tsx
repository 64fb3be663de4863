import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../design/Button'
import { Card } from '../../design/Card'
import { ErrorNotice } from '../../design/ErrorNotice'
import page from '../../design/page.module.css'
import { useTranslation } from '../../design/translation'
import { usePageTitle } from '../../design/usePageTitle'
import styles from '../Staff.module.css'
import { IndexDrift } from './IndexDrift'
import { beginRebuild, lastRebuild } from './rebuild'
import { RebuildProgress } from './RebuildProgress'

/** The search index, made anew from the catalogue where somebody wants it. */
export default function SearchIndexPage() {
  const { t } = useTranslation()
  usePageTitle(t('staff.search.title'))
  const [jobId, setJobId] = useState(lastRebuild)
  const { mutate, isPending, error } = useMutation({ mutationFn: beginRebuild, onSuccess: setJobId })
  return (
    <div className={styles.page}>
      <h1>{t('staff.search.title')}</h1>
      <p className={page.muted}>{t('staff.search.lead')}</p>
      <div className={page.stack}>
        <IndexDrift />
      </div>
      {error && <ErrorNotice error={error} />}
      <div className={styles.actions}>
        <Button busy={isPending} onClick={() => mutate()}>
          {t('staff.search.rebuild')}
        </Button>
      </div>
      {jobId && (
        <Card>
          <RebuildProgress key={jobId} jobId={jobId} />
        </Card>
      )}
    </div>
  )
}
