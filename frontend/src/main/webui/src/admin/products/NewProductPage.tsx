import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Link, useNavigate } from 'react-router'
import { PRODUCT } from '../limits'
import { productsQuery } from '../../catalogue/queries'
import { Button } from '../../design/Button'
import { Card } from '../../design/Card'
import { ErrorNotice } from '../../design/ErrorNotice'
import { Field } from '../../design/Field'
import { TakesFocus } from '../../design/focus'
import { showToast } from '../../design/toasts'
import { useTranslation } from '../../design/translation'
import { usePageTitle } from '../../design/usePageTitle'
import styles from '../Staff.module.css'
import { EMPTY_DRAFT, inputOf } from './draft'
import { createProduct, forgetLists } from './productCalls'
import { ProductFields } from './ProductFields'
import { useProductErrors } from './useProductErrors'

/** Of a shop that has no products yet; it takes the one that it is set up for, and says so. */
const USUAL_CURRENCY = 'EUR'

/** Adds a product; its picture comes next, on the page where it is edited. */
export default function NewProductPage() {
  const { t } = useTranslation()
  usePageTitle(t('staff.products.new'))
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const [stock, setStock] = useState('0')
  const { data: others } = useQuery(productsQuery({ page: 0 }, 1))
  const currency = others?.items[0]?.price.currency ?? USUAL_CURRENCY
  const isStock = /^\d+$/.test(stock.trim()) && Number(stock) <= PRODUCT.stock.maximum
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => createProduct({ ...inputOf(draft, currency), stock: Number(stock) }),
    onSuccess: async ({ id, name }) => {
      showToast(t('staff.products.created', { name }))
      await forgetLists(queryClient)
      await navigate(`/admin/products/${id}`)
    },
  })
  const { errors, check, isAtField } = useProductErrors(draft, error)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!check() && isStock && !isPending) mutate()
  }

  return (
    <div className={styles.page}>
      <Link to="/admin/products">{t('staff.products.back')}</Link>
      <h1>{t('staff.products.new')}</h1>
      <Card>
        <form onSubmit={submit} noValidate className={styles.form}>
          {error && !isAtField && (
            <TakesFocus>
              <ErrorNotice error={error} />
            </TakesFocus>
          )}
          <ProductFields draft={draft} errors={errors} currency={currency} onChange={setDraft} />
          <Field
            label={t('staff.products.stock')}
            inputMode="numeric"
            value={stock}
            error={isStock ? undefined : t('staff.products.badStock')}
            onChange={({ target }) => setStock(target.value)}
          />
          <div className={styles.actions}>
            <Button type="submit" busy={isPending}>
              {t('staff.products.create')}
            </Button>
          </div>
        </form>
      </Card>
    </div>
  )
}
