import { useEffect, useState } from 'react'
import { hasSlug } from '../../api/problem'
import { sentenceOf, violationOf } from '../../api/sentence'
import { useTranslation } from '../../design/translation'
import { checkDraft, longest, PRODUCT_FIELDS, type ProductDraft, type ProductField } from './draft'
import { focusFirst } from './ProductFields'

/** What is wrong with a draft, once somebody wants to save it, by what we know and by what the server said. */
export function useProductErrors(draft: ProductDraft, error: unknown) {
  const { t } = useTranslation()
  const [isChecked, setChecked] = useState(false)
  const found = isChecked ? checkDraft(draft) : {}
  const told = (field: ProductField) =>
    field === 'sku' && hasSlug(error, 'sku-taken') ? sentenceOf(error, t) : violationOf(error, field === 'price' ? 'amount' : field, t)
  const errors: Partial<Record<ProductField, string | undefined>> = {}
  for (const field of PRODUCT_FIELDS) {
    const max = longest(field)
    errors[field] = found[field] ? t(found[field], { max }) : told(field)
  }

  useEffect(() => void (error && focusFirst(errors, PRODUCT_FIELDS)), [error])

  /** Whether there is something to correct first, where the focus is then. */
  function check(): boolean {
    setChecked(true)
    return focusFirst(checkDraft(draft), PRODUCT_FIELDS)
  }

  return { errors, check, isAtField: PRODUCT_FIELDS.some((field) => told(field)) }
}
