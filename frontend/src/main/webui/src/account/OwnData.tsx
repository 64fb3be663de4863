import { useMutation } from '@tanstack/react-query'
import { Button } from '../design/Button'
import { ErrorNotice } from '../design/ErrorNotice'
import page from '../design/page.module.css'
import { useTranslation } from '../design/translation'
import { ownData, saveFile } from './ownData'

/** What the shop keeps about the customer, to take along. */
export function OwnData() {
  const { t } = useTranslation()
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: ownData,
    onSuccess: (data) => saveFile(`cloudshop-${new Date().toISOString().slice(0, 10)}.json`, JSON.stringify(data, null, 2), 'application/json'),
  })
  return (
    <section className={page.stack} aria-labelledby="data">
      <h2 id="data">{t('data.title')}</h2>
      <p>{t('data.lead')}</p>
      {error && !isPending && <ErrorNotice error={error} />}
      <div>
        <Button look="secondary" busy={isPending} onClick={() => mutate()}>
          {t('data.download')}
        </Button>
      </div>
      <p role="status" className={page.muted}>
        {isSuccess && t('data.done')}
      </p>
    </section>
  )
}
