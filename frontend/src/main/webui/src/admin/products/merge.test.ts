import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from './draft'
import { merge } from './merge'

const base = { ...EMPTY_DRAFT, name: 'Lamp', price: '20.00', category: 'Lighting' }

describe('merge of two edits', () => {
  it('keeps what I alone changed, and takes what they alone changed', () => {
    const merged = merge(base, { ...base, name: 'Desk lamp' }, { ...base, price: '18.00' })

    expect(merged).toEqual({ draft: { ...base, name: 'Desk lamp', price: '18.00' }, conflicts: [], taken: ['price'] })
  })

  it('leaves to choice what both changed', () => {
    const merged = merge(base, { ...base, name: 'Desk lamp' }, { ...base, name: 'Table lamp' })

    expect(merged).toMatchObject({ conflicts: ['name'], taken: [] })
  })

  it('sees no conflict where both changed it to the same', () => {
    const both = { ...base, name: 'Desk lamp' }

    expect(merge(base, both, both)).toEqual({ draft: both, conflicts: [], taken: [] })
  })
})
