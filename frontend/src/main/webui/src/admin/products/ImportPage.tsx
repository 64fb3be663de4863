import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { Button } from '../../design/Button'
import { Card } from '../../design/Card'
import { ErrorNotice } from '../../design/ErrorNotice'
import { TakesFocus } from '../../design/focus'
import { Notice } from '../../design/Notice'
import page from '../../design/page.module.css'
import { useTranslation } from '../../design/translation'
import { usePageTitle } from '../../design/usePageTitle'
import styles from '../Staff.module.css'
import { DropZone } from './DropZone'
import { ImportOutcome } from './ImportOutcome'
import { forgetLists } from './productCalls'
import { importFile, kindOf, LARGEST_IMPORT } from './transfer'

/** Many products out of a file: first what would be done with it, then the import. */
export default function ImportPage() {
  const { t } = useTranslation()
  usePageTitle(t('staff.import.title'))
  const queryClient = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [share, setShare] = useState(0)
  const unfit = file && (kindOf(file) === undefined ? 'staff.import.badKind' : file.size > LARGEST_IMPORT ? 'staff.import.tooLarge' : null)
  const { mutate, reset, isPending, data: report, error, variables: isDryRun } = useMutation({
    mutationFn: (dryRun: boolean) => importFile({ file: file!, dryRun, onProgress: setShare }),
    onSettled: (_, __, dryRun) => (dryRun ? undefined : forgetLists(queryClient)),
  })

  function choose(chosen: File) {
    reset()
    setShare(0)
    setFile(chosen)
  }

  return (
    <div className={styles.page}>
      <Link to="/admin/products">{t('staff.products.back')}</Link>
      <h1>{t('staff.import.title')}</h1>
      <p className={page.muted}>{t('staff.import.lead')}</p>
      <DropZone file={file} disabled={isPending} onChoose={choose} />
      {unfit && <Notice tone="danger">{t(unfit)}</Notice>}
      {file && !unfit && (
        <div className={styles.actions}>
          <Button look={report ? 'secondary' : 'primary'} busy={isPending && isDryRun} disabled={isPending} onClick={() => mutate(true)}>
            {t('staff.import.check')}
          </Button>
          <Button look={report ? 'primary' : 'secondary'} busy={isPending && !isDryRun} disabled={isPending} onClick={() => mutate(false)}>
            {t('staff.import.now')}
          </Button>
        </div>
      )}
      {isPending && <Progress share={share} />}
      {error && (
        <TakesFocus>
          <ErrorNotice error={error} />
        </TakesFocus>
      )}
      {report && (
        <Card>
          <ImportOutcome report={report} isDryRun={isDryRun ?? true} />
        </Card>
      )}
    </div>
  )
}

function Progress({ share }: { share: number }) {
  const { t } = useTranslation()
  const percent = Math.round(share * 100)
  return (
    <div className={page.stack}>
      <progress className={styles.progress} aria-label={t('staff.import.progress')} max={100} {...(percent < 100 ? { value: percent } : {})} />
      <p role="status">{percent < 100 ? t('staff.import.sent', { percent: Math.floor(percent / 10) * 10 }) : t('staff.import.working')}</p>
    </div>
  )
}
