import { describe, expect, it } from 'vitest'
import { drafts } from './draft'

const empty = { city: '', card: '' }

describe('draft of a checkout', () => {
  it('is its customer’s alone', () => {
    drafts.keep('ada', { city: 'Paris', card: 'tok_visa' })

    expect(drafts.of('ada', empty)).toEqual({ city: 'Paris', card: 'tok_visa' })
    expect(drafts.of('grace', empty)).toEqual(empty)
  })

  it.each(['{"city":', 'null', '[]', '7', '{"city":7,"other":"x"}'])('is as good as none when it is damaged: %s', (stored) => {
    sessionStorage.setItem('cloudshop.checkoutDraft.ada', stored)

    expect(drafts.of('ada', empty)).toEqual(empty)
  })

  it('is forgotten, and nothing else is', () => {
    drafts.keep('ada', { city: 'Paris' })
    sessionStorage.setItem('cloudshop.other', 'x')

    drafts.forgetAll()

    expect(Object.keys(sessionStorage)).toEqual(['cloudshop.other'])
  })
})
