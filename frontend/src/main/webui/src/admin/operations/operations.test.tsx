import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { session } from '../../api/session'
import { en } from '../../app/i18n/en'
import { enFirst } from '../../app/i18n/en.first'
import { translation } from '../../design/translation'
import { MAIN_ID } from '../../design/focus'
import { Toaster } from '../../design/Toaster'
import { fakeApi, json, problem } from '../../test/fakeApi'
import { renderAt } from '../../test/render'
import { tokenOf } from '../../test/tokenOf'
import DashboardPage from '../dashboard/DashboardPage'
import { speakStaff } from '../messages/speakStaff'
import AuditPage from './AuditPage'
import BooksPage from './BooksPage'
import DeadLettersPage from './DeadLettersPage'
import SearchIndexPage from './SearchIndexPage'

const NOON = '2026-11-02T12:00:00Z'
const JOB = '/api/v1/search-index/rebuild'
const DEAD = '/api/v1/admin/products/outbox/dead-letters'
const BOOKS = {
  orders: { CONFIRMED: 3, SHIPPED: 1200 },
  payments: { authorized: 1, captured: 2, refunded: 0, voided: 0 },
  outbox: { pending: 4, dead: 0, oldestSeconds: 2 },
  mismatches: [],
  complete: true,
}

let requests: Request[]
let handlers: Parameters<typeof fakeApi>[0]

async function whenOpened(page: ReactElement, path = '/admin') {
  requests = fakeApi(handlers)
  await renderAt(
    path,
    <>
      <Toaster />
      <main id={MAIN_ID} tabIndex={-1}>
        {page}
      </main>
    </>,
  )
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const sent = (method: string) => requests.filter((request) => request.method === method).map(({ url }) => new URL(url).pathname)

beforeEach(() => {
  translation.show('en', enFirst, en)
  speakStaff()
  session.begin(tokenOf('root', 'admin'), 900)
  handlers = {}
})
afterEach(() => act(() => session.end()))

describe('search index', () => {
  it('is rebuilt, and shows how far it is until it is done', async () => {
    let indexed = 0
    handlers[`POST ${JOB}`] = () => json({ jobId: 'j1', status: 'RUNNING' }, 202)
    handlers[`GET ${JOB}/j1`] = () => json({ jobId: 'j1', status: (indexed += 50) < 100 ? 'RUNNING' : 'COMPLETED', indexed, total: 100, startedAt: NOON })
    await whenOpened(<SearchIndexPage />)

    await press('Rebuild the index')

    expect(await screen.findByText('50 of 100 products')).toBeVisible()
    expect(screen.getByRole('progressbar')).toHaveValue(50)
    expect(await screen.findByText('Complete')).toBeVisible()
    expect(screen.getByText('100 of 100 products')).toBeVisible()
  })

  it('says how far it is from the catalogue', async () => {
    handlers['GET /api/v1/search-index/drift'] = () => json({ drift: 3, checkedAt: NOON })
    await whenOpened(<SearchIndexPage />)

    expect(await screen.findByText('3 products are not in it as they are')).toBeVisible()
    expect(screen.getByText(/^Compared November 2, 2026/)).toBeVisible()
  })

  it('shows the rebuild that somebody else has begun', async () => {
    handlers[`POST ${JOB}`] = () => problem(409, 'rebuild-in-progress', {}, { Location: `http://shop${JOB}/j2` })
    handlers[`GET ${JOB}/j2`] = () => json({ jobId: 'j2', status: 'COMPLETED', indexed: 7, total: 7 })
    await whenOpened(<SearchIndexPage />)

    await press('Rebuild the index')

    expect(await screen.findByText('7 of 7 products')).toBeVisible()
  })
})

describe('dead letters', () => {
  let letters: object[]

  beforeEach(() => {
    letters = [{ id: 5, type: 'product.changed', aggregateId: 'lamp', deadAt: NOON, attempts: 10, lastError: 'refused' }]
    handlers[`GET ${DEAD}`] = () => json({ items: letters })
    handlers[`POST ${DEAD}/5/replay`] = () => ((letters = []), new Response(null, { status: 204 }))
    handlers[`DELETE ${DEAD}/5`] = () => ((letters = []), new Response(null, { status: 204 }))
  })

  it('are delivered again, with the focus on the page then', async () => {
    await whenOpened(<DeadLettersPage />, '/admin/dead-letters?of=products')
    expect(await screen.findByText('refused')).toBeVisible()

    await press('Deliver again: 5')

    expect(await screen.findByText('No dead letters')).toBeVisible()
    expect(sent('POST')).toEqual([`${DEAD}/5/replay`])
    expect(screen.getByRole('main')).toHaveFocus()
  })

  it('are dropped once that is confirmed', async () => {
    await whenOpened(<DeadLettersPage />, '/admin/dead-letters?of=products')

    await press('Drop: 5')
    expect(sent('DELETE')).toEqual([])
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Drop' }))

    expect(await screen.findByText('It is dropped.')).toBeVisible()
    expect(sent('DELETE')).toEqual([`${DEAD}/5`])
  })
})

describe('books', () => {
  it('are compared part by part, and name what does not agree', async () => {
    handlers['GET /api/v1/admin/reconciliation'] = ({ url }) =>
      json(url.includes('after=c1') ? { ...BOOKS, mismatches: [{ orderId: 'o9', problem: 'paid twice' }] } : { ...BOOKS, complete: false, nextCursor: 'c1' })
    await whenOpened(<BooksPage />)
    expect(await screen.findByText('All that was compared agrees. There is more to compare.')).toBeVisible()

    await press('Compare on')

    expect(await screen.findByText('1 order does not agree')).toBeVisible()
    expect(screen.getByRole('link', { name: 'o9' })).toHaveAttribute('href', '/admin/orders/o9')
    expect(screen.queryByRole('button', { name: 'Compare on' })).not.toBeInTheDocument()
  })
})

describe('audit trail', () => {
  it('says who did what', async () => {
    const event = { id: 'e1', type: 'ROLES_CHANGED', userId: 'ada', actorId: 'root', detail: 'customer -> customer, admin', occurredAt: NOON }
    handlers['GET /api/v1/admin/users/security-events'] = () => json({ items: [event] })
    await whenOpened(<AuditPage />)

    const row = within((await screen.findByRole('rowheader', { name: 'Roles changed' })).closest('tr')!)
    expect(row.getByText('ada')).toBeVisible()
    expect(row.getByText('customer -> customer, admin')).toBeVisible()
  })
})

describe('dashboard', () => {
  it('leads to what wants a hand, and does not fall with one service', async () => {
    handlers['GET /api/v1/admin/reconciliation'] = () => json(BOOKS)
    handlers['GET /api/v1/admin/products/low-stock'] = () => json({ items: [{ productId: 'lamp', name: 'Lamp', available: 3 }] })
    handlers['GET /api/v1/admin/outbox/dead-letters'] = () => json({ items: [{ id: 1 }], nextCursor: '1' })
    handlers[`GET ${DEAD}`] = () => json({ items: [] })
    handlers['GET /api/v1/admin/users/outbox/dead-letters'] = () => problem(404, 'not-found')
    await whenOpened(<DashboardPage />)

    expect(await screen.findByText('1,200')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Shipped' })).toHaveAttribute('href', '/admin/orders?status=SHIPPED')
    expect(await screen.findByRole('link', { name: 'Lamp' })).toHaveAttribute('href', '/admin/products/lamp')
    await waitFor(() => expect(screen.getByText('1+')).toBeVisible())
    expect(screen.getByText('unknown')).toBeVisible()
  })
})
