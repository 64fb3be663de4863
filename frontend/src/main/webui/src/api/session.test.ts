import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tokenOf } from '../test/tokenOf'
import { session } from './session'

describe('session', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => {
    session.end()
    vi.useRealTimers()
  })

  it('lasts as long as its token', () => {
    session.begin('token', 900)

    expect(session.current()?.accessToken).toBe('token')

    vi.advanceTimersByTime(900_000)
    expect(session.current()).toBeNull()
  })

  it('survives a reload of the page, in this tab only', async () => {
    session.begin('token', 900)

    vi.resetModules()
    const reloaded = await import('./session')

    expect(reloaded.session.current()?.accessToken).toBe('token')
    expect(localStorage).toHaveLength(0)
  })

  it('starts empty when what was stored is damaged', async () => {
    sessionStorage.setItem('cloudshop.session', '{"accessToken":')

    vi.resetModules()
    const reloaded = await import('./session')

    expect(reloaded.session.current()).toBeNull()
  })

  it('tells a token that was refused or has expired from a logout', () => {
    expect(session.hasLapsed()).toBe(false)

    session.begin('token', 900)
    session.refuse('token')
    expect(session.current()).toBeNull()
    expect(session.hasLapsed()).toBe(true)

    session.begin('token', 900)
    expect(session.hasLapsed()).toBe(false)
    vi.advanceTimersByTime(900_000)
    expect(session.hasLapsed()).toBe(true)

    session.begin('token', 900)
    session.end()
    expect(session.hasLapsed()).toBe(false)
  })

  it('knows whose it is, also once the token has expired', () => {
    session.begin(tokenOf('ada'), 900)
    vi.advanceTimersByTime(900_000)
    expect(session.userId()).toBe('ada')

    session.end()
    expect(session.userId()).toBeNull()
  })

  it.each(['opaque', 'a.b.c', `a.${btoa('{"sub":1}')}.c`, `a.${btoa('null')}.c`])('takes a token that does not name its user for a user: %s', (token) => {
    session.begin(token, 900)

    expect(session.userId()).toBe(token)
  })
})
