import { describe, expect, it } from 'vitest'
import { checkAddress, EMPTY_ADDRESS } from './address'

const address = { name: 'Ada Lovelace', street: '1 Analytical Way', postalCode: '75011', city: 'Paris', country: 'FR' }

describe('address', () => {
  it.each([
    [{}, {}],
    [EMPTY_ADDRESS, Object.fromEntries(Object.keys(address).map((field) => [field, 'checkout.required']))],
    [{ city: '  ' }, { city: 'checkout.required' }],
    [{ name: 'x'.repeat(100) }, {}],
    [{ name: 'x'.repeat(101) }, { name: 'checkout.tooLong' }],
    [{ street: 'x'.repeat(201), postalCode: '1'.repeat(21) }, { street: 'checkout.tooLong', postalCode: 'checkout.tooLong' }],
    [{ country: 'France' }, { country: 'checkout.required' }],
    [{ country: 'ZZ' }, { country: 'checkout.required' }],
  ])('with %o lacks %o', (changes, errors) => {
    expect(checkAddress({ ...address, ...changes })).toEqual(errors)
  })
})
