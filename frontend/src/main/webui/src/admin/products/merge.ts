import { PRODUCT_FIELDS, type ProductDraft, type ProductField } from './draft'

export interface Merge {
  /** What nobody disputes: where one side alone has changed something, its value. */
  draft: ProductDraft
  /** Changed by both, to different values: somebody has to choose. */
  conflicts: ProductField[]
  /** Changed by the others alone: taken over. */
  taken: ProductField[]
}

/** Two edits of the same product, field by field: what it was before both, and what each made of it. */
export function merge(base: ProductDraft, mine: ProductDraft, theirs: ProductDraft): Merge {
  const theyChanged = PRODUCT_FIELDS.filter((field) => theirs[field] !== base[field] && theirs[field] !== mine[field])
  const taken = theyChanged.filter((field) => mine[field] === base[field])
  const conflicts = theyChanged.filter((field) => mine[field] !== base[field])
  const draft = { ...mine }
  for (const field of taken) draft[field] = theirs[field]
  return { draft, conflicts, taken }
}
