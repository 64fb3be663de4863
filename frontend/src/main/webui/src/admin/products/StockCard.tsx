import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { ADJUSTMENT } from '../limits'
import { Button } from '../../design/Button'
import { Card } from '../../design/Card'
import { ErrorNotice } from '../../design/ErrorNotice'
import { Field } from '../../design/Field'
import page from '../../design/page.module.css'
import { SkeletonText } from '../../design/Skeleton'
import { showToast } from '../../design/toasts'
import { useTranslation } from '../../design/translation'
import styles from '../Staff.module.css'
import { adjustStock, forgetLists, stockQuery } from './productCalls'

const LEVELS = ['available', 'held', 'onHand', 'sold'] as const
const NOTHING = { delta: '', reason: '' }

/** Where a product's units are, and booking some in or out, with the reason. */
export function StockCard({ id }: { id: string }) {
  const { t } = useTranslation()
  const { data: levels, error, refetch } = useQuery(stockQuery(id))
  return (
    <Card className={page.stack}>
      <h2>{t('staff.stock.title')}</h2>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!levels && !error && <SkeletonText lines={4} />}
      {levels && (
        <dl className={styles.facts}>
          {LEVELS.flatMap((level) => [<dt key={level}>{t(`staff.stock.${level}`)}</dt>, <dd key={`${level}-count`}>{levels[level]}</dd>])}
        </dl>
      )}
      <StockAdjustment id={id} />
    </Card>
  )
}

/** Units found, lost, delivered or thrown away. */
export function StockAdjustment({ id, onBooked }: { id: string; onBooked?: () => void }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState(NOTHING)
  const [isChecked, setChecked] = useState(false)
  const delta = Number(typed.delta.trim().replace('−', '-'))
  const isDelta = Number.isInteger(delta) && delta !== 0 && Math.abs(delta) <= ADJUSTMENT.delta.maximum
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => adjustStock(id, delta, typed.reason.trim()),
    onSuccess: async ({ stock }) => {
      setTyped(NOTHING)
      setChecked(false)
      showToast(t('staff.stock.done', { stock }))
      onBooked?.()
      await forgetLists(queryClient, id)
    },
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (isDelta && typed.reason.trim() && !isPending) mutate()
  }

  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      {error && <ErrorNotice error={error} />}
      <Field
        label={t('staff.stock.delta')}
        hint={t('staff.stock.deltaHint')}
        inputMode="text"
        value={typed.delta}
        error={isChecked && !isDelta ? t('staff.stock.badDelta') : undefined}
        onChange={({ target }) => setTyped({ ...typed, delta: target.value })}
      />
      <Field
        label={t('staff.stock.reason')}
        value={typed.reason}
        maxLength={ADJUSTMENT.reason.maxLength}
        error={isChecked && !typed.reason.trim() ? t('account.required') : undefined}
        onChange={({ target }) => setTyped({ ...typed, reason: target.value })}
      />
      <Button type="submit" look="secondary" busy={isPending}>
        {t('staff.stock.book')}
      </Button>
    </form>
  )
}
