import { useMutation, useQueryClient } from '@tanstack/react-query'
import { sentenceOf } from '../../api/sentence'
import type { DeadLetter } from '../../api/types'
import { Button } from '../../design/Button'
import { formatDateTime } from '../../design/date'
import { focusMain } from '../../design/focus'
import { showToast } from '../../design/toasts'
import { useTranslation } from '../../design/translation'
import { Confirmed } from '../Confirmed'
import styles from '../Staff.module.css'
import { deadLettersKey, decideOn, type Fate, type Outbox } from './deadLetters'

export function DeadLetterRow({ of, letter: { id = 0, type, aggregateId, deadAt, attempts, lastError } }: { of: Outbox; letter: DeadLetter }) {
  const { t, language } = useTranslation()
  const queryClient = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: (fate: Fate) => decideOn(of, id, fate),
    onSuccess: (_, fate) => {
      // With the letter its row goes, and what had the focus.
      focusMain()
      showToast(t(`staff.dead.done.${fate}`))
    },
    onError: (error) => showToast(sentenceOf(error, t)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: deadLettersKey(of) }),
  })
  return (
    <tr>
      <th scope="row">
        {type}
        <small>{aggregateId}</small>
      </th>
      <td className={styles.short}>{deadAt && formatDateTime(deadAt, language)}</td>
      <td className={styles.number}>{attempts}</td>
      <td lang="en" className={styles.wide}>
        {lastError}
      </td>
      <td className={styles.short}>
        <Button look="quiet" busy={isPending} aria-label={t('staff.of', { label: t('staff.dead.replay'), of: id })} onClick={() => mutate('replay')}>
          {t('staff.dead.replay')}
        </Button>
        <Confirmed
          label={t('staff.dead.drop')}
          of={String(id)}
          title={t('staff.dead.dropTitle')}
          text={t('staff.dead.dropText')}
          busy={isPending}
          onConfirm={() => mutate('drop')}
        />
      </td>
    </tr>
  )
}
