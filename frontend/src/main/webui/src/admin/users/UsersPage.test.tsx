import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { session } from '../../api/session'
import { en } from '../../app/i18n/en'
import { enFirst } from '../../app/i18n/en.first'
import { translation } from '../../design/translation'
import { Toaster } from '../../design/Toaster'
import { fakeApi, json, problem } from '../../test/fakeApi'
import { renderAt } from '../../test/render'
import { tokenOf } from '../../test/tokenOf'
import { speakStaff } from '../messages/speakStaff'
import UsersPage from './UsersPage'

const ROOT = { id: 'root', email: 'root@example.org', displayName: 'Root', roles: ['customer', 'admin'], enabled: true, createdAt: '2026-11-02T09:00:00Z' }
let ada: typeof ROOT

let requests: Request[]
let handlers: Parameters<typeof fakeApi>[0]

async function whenOpened(path = '/admin/users') {
  requests = fakeApi(handlers)
  await renderAt(path, <><Toaster /><UsersPage /></>)
}

const rowOf = async (email: string) => within((await screen.findByRole('rowheader', { name: new RegExp(email) })).closest('tr')!)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const confirm = async (title: string, name: string) => userEvent.click(within(await screen.findByRole('dialog', { name: title })).getByRole('button', { name }))
const changes = () => Promise.all(requests.filter(({ method }) => method === 'PATCH').map((request) => request.json()))

beforeEach(() => {
  translation.show('en', enFirst, en)
  speakStaff()
  session.begin(tokenOf('root', 'admin'), 900)
  ada = { ...ROOT, id: 'ada', email: 'ada@example.org', displayName: 'Ada', roles: ['customer'] }
  handlers = {
    'GET /api/v1/users': () => json({ items: [ada, ROOT], page: 0, size: 25, total: 2 }),
    'PATCH /api/v1/users/ada': async (request) => json((ada = { ...ada, ...((await request.json()) as object) })),
    'PATCH /api/v1/users/root': () => problem(409, 'last-admin'),
  }
})
afterEach(() => act(() => session.end()))

describe('users', () => {
  it('become administrators once that is confirmed, and keep their other roles', async () => {
    await whenOpened()
    await press('Make administrator: ada@example.org')
    expect(await changes()).toEqual([])

    await confirm('Make ada@example.org an administrator?', 'Make administrator')

    await waitFor(async () => expect((await rowOf('ada')).getByText('Customer, Administrator')).toBeVisible())
    expect(await changes()).toEqual([{ roles: ['customer', 'admin'] }])
  })

  it('are disabled, and enabled again', async () => {
    await whenOpened()
    await press('Disable: ada@example.org')
    await confirm('Disable ada@example.org?', 'Disable')
    await waitFor(async () => expect((await rowOf('ada')).getByText('Disabled')).toBeVisible())

    expect(screen.getByRole('button', { name: 'Enable: ada@example.org' })).toBeVisible()
    await press('Enable: ada@example.org')
    await confirm('Enable ada@example.org?', 'Enable')

    await waitFor(async () => expect((await rowOf('ada')).getByText('Enabled')).toBeVisible())
    expect(await changes()).toEqual([{ enabled: false }, { enabled: true }])
  })

  it('have at least one administrator, and the page says so', async () => {
    await whenOpened()
    await press('Take administrator role: root@example.org')
    await confirm('Take the administrator role from root@example.org?', 'Take administrator role')

    expect(await screen.findByRole('alert')).toHaveTextContent('The shop needs at least one administrator.')
    expect((await rowOf('root')).getByText('Customer, Administrator')).toBeVisible()
  })

  it('are signed out everywhere, by who has seen where they are signed in', async () => {
    let live = [{ startedAt: '2026-11-02T09:00:00Z', lastUsedAt: '2026-11-03T09:00:00Z', expiresAt: '2027-01-31T09:00:00Z' }]
    handlers['GET /api/v1/users/ada/sessions'] = () => json({ items: live, total: live.length })
    handlers['DELETE /api/v1/users/ada/sessions'] = () => {
      live = []
      return new Response(null, { status: 204 })
    }
    await whenOpened()
    await press('Sessions: ada@example.org')
    const dialog = within(screen.getByRole('dialog', { name: 'Sessions of ada@example.org' }))
    expect(await dialog.findByText('1 session that can go on.')).toBeVisible()
    expect(dialog.getAllByRole('cell').map((cell) => cell.querySelector('time')!.dateTime)).toEqual(Object.values(live[0]!))

    await userEvent.click(dialog.getByRole('button', { name: 'End all' }))

    expect(await screen.findByText('ada@example.org is signed out everywhere.')).toBeVisible()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    await press('Sessions: ada@example.org')
    expect(await screen.findByText('0 sessions that can go on.')).toBeVisible()
  })

  it('are found by the address of the page', async () => {
    await whenOpened('/admin/users?q=ada&page=3')
    await rowOf('ada')

    expect(Object.fromEntries(new URL(requests[0]!.url).searchParams)).toEqual({ q: 'ada', page: '2', size: '25' })
    await userEvent.clear(screen.getByRole('searchbox'))
    await userEvent.type(screen.getByRole('searchbox'), 'root{Enter}')
    await waitFor(() => expect(Object.fromEntries(new URL(requests.at(-1)!.url).searchParams)).toEqual({ q: 'root', page: '0', size: '25' }))
  })
})
