import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
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

  it('tells an expiry from a logout', () => {
    const expired = vi.fn()
    const stop = session.onExpired(expired)

    session.begin('token', 900)
    session.end()
    expect(expired).not.toHaveBeenCalled()

    session.begin('token', 900)
    session.expire()
    expect(expired).toHaveBeenCalledOnce()
    stop()
  })
})
