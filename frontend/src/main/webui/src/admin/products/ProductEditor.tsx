import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { ProblemError } from '../../api/problem'
import { Button } from '../../design/Button'
import { Card } from '../../design/Card'
import { ErrorNotice } from '../../design/ErrorNotice'
import { TakesFocus } from '../../design/focus'
import page from '../../design/page.module.css'
import { showToast } from '../../design/toasts'
import { useTranslation } from '../../design/translation'
import styles from '../Staff.module.css'
import { DeleteProduct } from './DeleteProduct'
import { draftOf, inputOf } from './draft'
import { MergePanel } from './MergePanel'
import { PictureCard } from './PictureCard'
import { forgetLists, readProduct, saveProduct, type Tagged } from './productCalls'
import { ProductFields } from './ProductFields'
import { StockCard } from './StockCard'
import { useProductErrors } from './useProductErrors'

/** Edits a product. Whoever saves it in between is not overwritten: both edits are put together field by field. */
export function ProductEditor({ opened }: { opened: Tagged }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [base, setBase] = useState(opened)
  const [draft, setDraft] = useState(() => draftOf(opened.product))
  const [theirs, setTheirs] = useState<Tagged | null>(null)
  const { id, price: { currency } } = base.product

  function take(saved: Tagged) {
    setBase(saved)
    setTheirs(null)
    void forgetLists(queryClient, id)
  }
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ onto, typed }: { onto: Tagged; typed: typeof draft }) => saveProduct(onto, inputOf(typed, currency)),
    onSuccess: (saved) => {
      take(saved)
      setDraft(draftOf(saved.product))
      showToast(t('staff.products.saved', { name: saved.product.name }))
    },
    onError: (failure) => isEditedMeanwhile(failure) && compare.mutate(),
  })
  const compare = useMutation({ mutationFn: () => readProduct(id), onSuccess: setTheirs })
  const shown = isEditedMeanwhile(error) ? compare.error : error
  const { errors, check, isAtField } = useProductErrors(draft, shown)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!isPending && !check()) mutate({ onto: base, typed: draft })
  }

  return (
    <div className={page.columns}>
      <div className={page.stack}>
        {theirs && (
          <MergePanel
            key={theirs.tag}
            base={draftOf(base.product)}
            mine={draft}
            theirs={draftOf(theirs.product)}
            currency={currency}
            busy={isPending}
            onCancel={() => setTheirs(null)}
            onSave={(typed) => {
              setDraft(typed)
              mutate({ onto: theirs, typed })
            }}
          />
        )}
        <Card>
          <form onSubmit={submit} noValidate className={styles.form}>
            {shown && !isAtField && (
              <TakesFocus>
                <ErrorNotice error={shown} />
              </TakesFocus>
            )}
            <ProductFields draft={draft} errors={errors} currency={currency} onChange={setDraft} />
            <div className={styles.actions}>
              <Button type="submit" busy={isPending || compare.isPending}>
                {t('staff.products.save')}
              </Button>
              <DeleteProduct product={base} />
            </div>
          </form>
        </Card>
      </div>
      <div className={page.stack}>
        <PictureCard
          product={base}
          onConflict={() => compare.mutate()}
          onUploaded={(saved) => {
            take(saved)
            setDraft({ ...draft, imageUrl: saved.product.imageUrl ?? '' })
          }}
        />
        <StockCard id={id} />
      </div>
    </div>
  )
}

export function isEditedMeanwhile(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 412
}
