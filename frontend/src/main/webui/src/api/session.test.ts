import { afterEach, describe, expect, it, vi } from 'vitest'
import { tokenOf } from '../test/tokenOf'
import { session } from './session'

describe('session', () => {
  afterEach(() => session.end())

  it('is in the memory of the page and nowhere else', () => {
    session.begin('a-secret-token', 900)

    expect(session.current()?.accessToken).toBe('a-secret-token')
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])).not.toContain('a-secret-token')
  })

  it('outlasts its token', () => {
    vi.useFakeTimers()
    session.begin(tokenOf('ada'), 900)

    vi.setSystemTime(Date.now() + 900_000)

    expect(session.withTokenOtherThan(null)).toBeNull()
    expect(session.userId()).toBe('ada')
    vi.useRealTimers()
  })

  it('that has ended by itself is no logout', () => {
    session.begin('token', 900)
    session.lapse()
    expect(session.current()).toBeNull()
    expect(session.standing()).toBe('lapsed')

    session.begin('token', 900)
    session.end()
    expect(session.standing()).toBe('guest')
    session.lapse()
    expect(session.standing()).toBe('guest')
  })

  it.each(['opaque', 'a.b.c', `a.${btoa('{"sub":1}')}.c`, `a.${btoa('null')}.c`])('takes a token that does not name its user for a user: %s', (token) => {
    session.begin(token, 900)

    expect(session.userId()).toBe(token)
  })
})
