import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeTabs, givenLocks, openTab, type Tab } from '../test/browser'
import { fakeApi, json, problem } from '../test/fakeApi'
import { tokenOf } from '../test/tokenOf'

const REFRESH = 'POST /api/v1/auth/refresh'
const LOGOUT = 'POST /api/v1/auth/logout'
const next = () => json({ accessToken: `${tokenOf('ada')}-next`, tokenType: 'Bearer', expiresIn: 900 })
const MARK = 'cloudshop.session'

let tab: Tab

describe('a session', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => {
    tab.session.end()
    closeTabs()
    vi.useRealTimers()
  })

  it('is asked for by its cookie when the page is loaded again', async () => {
    localStorage.setItem(MARK, 'open')
    const requests = fakeApi({ [REFRESH]: next })
    tab = await openTab()
    expect(tab.session.standing()).toBe('resuming')

    await tab.startSession()

    expect(tab.session.userId()).toBe('ada')
    expect(requests.map(({ credentials }) => credentials)).toEqual(['include'])
  })

  it('is not asked for where nobody was logged in', async () => {
    const requests = fakeApi({ [REFRESH]: next })
    tab = await openTab()

    await tab.startSession()

    expect(requests).toEqual([])
    expect(tab.session.standing()).toBe('guest')
  })

  it('that is over when the page is loaded is asked for once, and said to be over', async () => {
    localStorage.setItem(MARK, 'open')
    fakeApi({ [REFRESH]: () => problem(401, 'refresh-refused') })
    tab = await openTab()

    await tab.startSession()

    expect(tab.session.standing()).toBe('lapsed')
    expect(localStorage.getItem(MARK)).toBeNull()
  })

  it('may still be there where the shop does not answer: it is asked for again when the connection is back', async () => {
    localStorage.setItem(MARK, 'open')
    let connected = false
    fakeApi({ [REFRESH]: () => (connected ? next() : Promise.reject(new TypeError('Failed to fetch'))) })
    tab = await openTab()
    await tab.startSession()
    expect(tab.session.standing()).toBe('unreachable')

    connected = true
    window.dispatchEvent(new Event('online'))
    await vi.waitFor(() => expect(tab.session.standing()).toBe('open'))

    expect(localStorage.getItem(MARK)).toBe('open')
  })

  it('gets its next token a minute before the last one expires', async () => {
    const requests = fakeApi({ [REFRESH]: next })
    tab = await openTab()
    const { expiresAt } = tab.session.begin(tokenOf('ada'), 900)

    await vi.advanceTimersByTimeAsync(expiresAt - Date.now() - 61_000)
    expect(requests).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(2_000)

    expect(requests).toHaveLength(1)
    expect(tab.session.current()?.expiresAt).toBeGreaterThan(expiresAt)
  })

  it('goes on after a sleep in which its token expired', async () => {
    fakeApi({ [REFRESH]: next })
    tab = await openTab()
    tab.session.begin(tokenOf('ada'), 900)

    // The clock went on, the timers did not.
    vi.setSystemTime(Date.now() + 8 * 3_600_000)
    document.dispatchEvent(new Event('visibilitychange'))
    await vi.waitFor(() => expect(tab.session.withTokenOtherThan(null)?.accessToken).toMatch(/-next$/))

    expect(tab.session.standing()).toBe('open')
  })

  it('asks for nothing while nobody looks', async () => {
    const requests = fakeApi({ [REFRESH]: next })
    tab = await openTab()
    tab.session.begin(tokenOf('ada'), 900)
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')

    await vi.advanceTimersByTimeAsync(3_600_000)

    expect(requests).toHaveLength(0)
    expect(tab.session.standing()).toBe('open')
  })

  it('does not come back by the answer to a refresh that was sent before the logout', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const requests = fakeApi({ [REFRESH]: () => held.then(next), [LOGOUT]: () => new Response(null, { status: 204 }) })
    tab = await openTab()
    const renewal = tab.renewed(tab.session.begin(tokenOf('ada'), 900).accessToken)
    await vi.waitFor(() => expect(requests).toHaveLength(1))

    const logout = tab.logOut()
    release()

    await expect(renewal).resolves.toBeNull()
    await logout
    expect(tab.session.standing()).toBe('guest')
    expect(requests.map(({ url }) => new URL(url).pathname.split('/').at(-1))).toEqual(['refresh', 'logout'])
  })

  it('is ended at the server by the next visit where it could not be reached', async () => {
    let connected = false
    const requests = fakeApi({ [LOGOUT]: () => (connected ? new Response(null, { status: 204 }) : Promise.reject(new TypeError('Failed to fetch'))) })
    tab = await openTab()
    tab.session.begin(tokenOf('ada'), 900)
    await tab.logOut()
    expect(localStorage.getItem(MARK)).toBe('leaving')

    connected = true
    tab = await openTab()
    await tab.startSession()

    expect(requests).toHaveLength(2)
    expect(localStorage.getItem(MARK)).toBeNull()
  })

  it('leaves the cookie time to arrive that the page before it had asked for', async () => {
    localStorage.setItem(MARK, 'open')
    localStorage.setItem('cloudshop.refreshSentAt', String(Date.now() - 1_000))
    const requests = fakeApi({ [REFRESH]: next })
    tab = await openTab()

    const start = tab.startSession()
    await vi.advanceTimersByTimeAsync(1_500)
    expect(requests).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1_000)
    await start

    expect(tab.session.userId()).toBe('ada')
    expect(localStorage.getItem('cloudshop.refreshSentAt')).toBeNull()
  })

  it('ended in another tab is over in a page that comes back from the cache of the browser', async () => {
    tab = await openTab()
    tab.session.begin(tokenOf('ada'), 900)

    localStorage.removeItem(MARK)
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))

    expect(tab.session.standing()).toBe('guest')
  })

  it.each(['with', 'without'])('is renewed once for all that ask at the same time, %s locks', async (locks) => {
    vi.useRealTimers()
    if (locks === 'with') givenLocks()
    const requests = fakeApi({ [REFRESH]: next })
    tab = await openTab()
    const { accessToken } = tab.session.begin(tokenOf('ada'), 900)

    const got = await Promise.all([tab.renewed(accessToken), tab.renewed(accessToken), tab.renewed(accessToken)])

    expect(got.map((session) => session?.userId)).toEqual(['ada', 'ada', 'ada'])
    expect(requests).toHaveLength(1)
  })
})
