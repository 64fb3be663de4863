import { describe, expect, it } from 'vitest'
import { checkRegistration } from './registration'

const draft = { displayName: 'Ada', email: 'ada@example.org', password: 'a long enough password' }

describe('registration', () => {
  it.each([
    [{}, {}],
    [{ displayName: ' ' }, { displayName: 'account.required' }],
    [{ email: 'ada' }, { email: 'account.badEmail' }],
    [{ password: 'x'.repeat(11) }, { password: 'account.tooShort' }],
    [{ password: 'x'.repeat(12) }, {}],
    [{ password: '🔑'.repeat(11) }, { password: 'account.tooShort' }],
    [{ password: '🔑'.repeat(12) }, {}],
    [{ password: '🔑'.repeat(128) }, {}],
    [{ password: '🔑'.repeat(129) }, { password: 'account.tooLong' }],
  ])('with %o lacks %o', (changes, errors) => {
    expect(checkRegistration({ ...draft, ...changes })).toEqual(errors)
  })
})
