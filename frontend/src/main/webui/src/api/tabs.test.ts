import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeTabs, givenLocks, openTab, type Tab } from '../test/browser'
import { fakeApi, json, problem } from '../test/fakeApi'
import { tokenOf } from '../test/tokenOf'

const REFRESH = 'POST /api/v1/auth/refresh'
const LOGIN = 'POST /api/v1/auth/login'
const LOGOUT = 'POST /api/v1/auth/logout'
const credentials = { email: 'ada@example.org', password: 'a long enough password' }

let serial = 0
/** A token that is like no other. */
const token = (userId = 'ada') => tokenOf(userId) + ++serial
const answer = (accessToken: string) => json({ accessToken, tokenType: 'Bearer', expiresIn: 900 })
const refreshesAmong = (requests: Request[]) => requests.filter(({ url }) => url.endsWith('/refresh')).length

/** A server that knows which cookie is good, and ends the session when one is used twice. */
function givenServer(): Request[] {
  let refreshing = 0
  return fakeApi({
    [LOGIN]: () => answer(token()),
    [LOGOUT]: () => new Response(null, { status: 204 }),
    [REFRESH]: async () => {
      const others = refreshing++
      await new Promise((resolve) => setTimeout(resolve, 20))
      refreshing--
      return others === 0 ? answer(token()) : problem(401, 'refresh-reused')
    },
  })
}

async function sixTabs(): Promise<Tab[]> {
  const tabs: Tab[] = []
  for (let tab = 0; tab < 6; tab++) tabs.push(await openTab())
  return tabs
}

const userIds = (tabs: Tab[]) => tabs.map(({ session }) => session.userId())

describe('tabs of a browser', () => {
  beforeEach(givenLocks)
  afterEach(closeTabs)

  it('are logged in by a login in one of them, and nothing of it is stored', async () => {
    givenServer()
    const tabs = await sixTabs()

    await tabs[0]!.logIn(credentials)

    await vi.waitFor(() => expect(userIds(tabs)).toEqual(Array(6).fill('ada')))
    expect({ ...localStorage }).toEqual({ 'cloudshop.session': 'open' })
    expect(sessionStorage).toHaveLength(0)
  })

  it('refresh once for all of them', async () => {
    const requests = givenServer()
    const tabs = await sixTabs()
    const old = tabs[0]!.session.begin(token(), 900).accessToken
    await vi.waitFor(() => expect(userIds(tabs)).toEqual(Array(6).fill('ada')))

    const got = await Promise.all(tabs.map(({ renewed }) => renewed(old)))

    expect(refreshesAmong(requests)).toBe(1)
    expect(new Set(got.map((session) => session?.accessToken)).size).toBe(1)
    expect(got[0]?.accessToken).not.toBe(old)
  })

  it('ask each other for the session before they ask the server', async () => {
    const requests = givenServer()
    const first = await openTab()
    first.session.begin(token(), 900)

    const second = await openTab()
    expect(second.session.standing()).toBe('resuming')
    await vi.waitFor(() => expect(second.session.userId()).toBe('ada'))
    await second.startSession()

    expect(refreshesAmong(requests)).toBe(0)
  })

  it('all end with a logout in one of them, and no other with an older message', async () => {
    const requests = givenServer()
    const tabs = await sixTabs()
    tabs[0]!.session.begin(token(), 900)
    await vi.waitFor(() => expect(userIds(tabs)).toEqual(Array(6).fill('ada')))

    await tabs[3]!.logOut()

    await vi.waitFor(() => expect(tabs.map(({ session }) => session.standing())).toEqual(Array(6).fill('guest')))
    expect(requests.at(-1)?.headers.get('Authorization')).toMatch(/^Bearer /)
    expect(localStorage).toHaveLength(0)
  })

  it('all hear that the session is over, and the customer takes note in each', async () => {
    fakeApi({ [REFRESH]: () => problem(401, 'refresh-reused') })
    const tabs = await sixTabs()
    const old = tabs[0]!.session.begin(token(), 900).accessToken
    await vi.waitFor(() => expect(userIds(tabs)).toEqual(Array(6).fill('ada')))

    await expect(tabs[5]!.renewed(old)).resolves.toBeNull()

    await vi.waitFor(() => expect(tabs.map(({ session }) => session.standing())).toEqual(Array(6).fill('lapsed')))
    tabs[0]!.session.dismissLapse()
    expect(tabs[0]!.session.standing()).toBe('guest')
    expect(tabs[1]!.session.standing()).toBe('lapsed')
  })

  it('go over to another customer who logs in in one of them', async () => {
    givenServer()
    const [first, second] = [await openTab(), await openTab()]
    first.session.begin(token('ada'), 900)
    await vi.waitFor(() => expect(second.session.userId()).toBe('ada'))

    second.session.begin(token('grace'), 900)

    await vi.waitFor(() => expect(first.session.userId()).toBe('grace'))
  })

  it('take no session from a tab that has not yet heard of the logout', async () => {
    const [first, second] = [await openTab(), await openTab()]
    const old = first.session.begin(token(), 900)
    await vi.waitFor(() => expect(second.session.userId()).toBe('ada'))
    second.session.end()
    await vi.waitFor(() => expect(first.session.userId()).toBeNull())

    first.tabs.tell({ kind: 'opened', session: old })
    first.tabs.tell({ kind: 'changed' })
    await new Promise<void>((resolve) => second.tabs.onTold(({ kind }) => kind === 'changed' && resolve()))

    expect(second.session.userId()).toBeNull()
  })
})
