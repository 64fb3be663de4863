import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../../api/sentence'
import type { Product } from '../../api/types'
import { focusMain } from '../../design/focus'
import { showToast } from '../../design/toasts'
import { useTranslation } from '../../design/translation'
import { Confirmed } from '../Confirmed'
import { oneByOne } from '../oneByOne'
import styles from '../Staff.module.css'
import { forgetLists, removeProduct } from './productCalls'

/** Takes the chosen products off the catalogue. Where that is stopped halfway, those that are left stay chosen. */
export function DeleteProducts({ chosen }: { chosen: Product[] }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [done, setDone] = useState(0)
  const { mutate, isPending } = useMutation({
    mutationFn: () => oneByOne(chosen, async ({ id }) => void (await removeProduct(id)), setDone),
    onSuccess: (count) => {
      // With the products their rows go, and the button with them.
      focusMain()
      showToast(t('staff.products.bulk.done', { count }))
    },
    onError: (error) => showToast(sentenceOf(error, t)),
    onSettled: () => forgetLists(queryClient),
  })
  const label = t('staff.products.bulk.delete', { count: chosen.length })
  return (
    <div className={styles.actions}>
      <p role="status">{isPending ? t('staff.products.bulk.progress', { count: done }) : t('staff.products.bulk.chosen', { count: chosen.length })}</p>
      {chosen.length > 0 && <Confirmed label={label} title={label} text={t('staff.products.bulk.sure')} busy={isPending} onConfirm={mutate} />}
    </div>
  )
}
