import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { PRODUCT } from '../limits'
import { categoriesQuery } from '../../catalogue/queries'
import { Field, TextField } from '../../design/Field'
import { useTranslation } from '../../design/translation'
import styles from '../Staff.module.css'
import type { ProductDraft, ProductField } from './draft'

interface ProductFieldsProps {
  draft: ProductDraft
  errors: Partial<Record<ProductField, string | undefined>>
  currency: string
  onChange: (draft: ProductDraft) => void
}

/** What is to be said of a product, each field with what is wrong with it. */
export function ProductFields({ draft, errors, currency, onChange }: ProductFieldsProps) {
  const { t } = useTranslation()
  const { data: categories = [] } = useQuery(categoriesQuery)
  const known = useId()
  const bind = (field: ProductField) => ({
    label: t(`staff.products.${field}`, { currency }),
    name: field,
    value: draft[field],
    error: errors[field],
    onChange: (event: { target: { value: string } }) => onChange({ ...draft, [field]: event.target.value }),
  })
  return (
    <>
      <Field {...bind('name')} maxLength={PRODUCT.name.maxLength} />
      <div className={styles.pair}>
        <Field {...bind('sku')} hint={t('staff.products.skuHint')} />
        <Field {...bind('price')} inputMode="decimal" />
      </div>
      <Field {...bind('category')} list={known} maxLength={PRODUCT.category.maxLength} autoComplete="off" />
      <datalist id={known}>
        {categories.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextField {...bind('description')} rows={6} maxLength={PRODUCT.description.maxLength} />
      <Field {...bind('imageUrl')} hint={t('staff.products.imageHint')} maxLength={PRODUCT.imageUrl.maxLength} />
    </>
  )
}

/** To the first field that something is wrong with; false where there is none. */
export function focusFirst(errors: Partial<Record<string, unknown>>, fields: readonly string[]): boolean {
  const first = fields.find((field) => errors[field])
  if (first) document.querySelector<HTMLElement>(`form [name="${first}"]`)?.focus()
  return first !== undefined
}
