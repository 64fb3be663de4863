import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes, useLocation } from 'react-router'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { session } from '../../api/session'
import { Toaster } from '../../design/Toaster'
import { euros, fakeApi, json, problem } from '../../test/fakeApi'
import { renderAt } from '../../test/render'
import { tokenOf } from '../../test/tokenOf'
import BackOffice from '../BackOffice'
// Here already, since no page has to come quickly that is loaded while others are compiled.
import './OrderQueuePage'
import './PackingSlipPage'
import './StaffOrderPage'

const MONDAY = '2026-11-02T09:00:00Z'
const ADA = '0190a000-0000-7000-8000-00000000000a'
const line = { productId: 'lamp', sku: 'LMP-1', name: 'Lamp', quantity: 2, unitPrice: euros('20.00'), lineTotal: euros('40.00') }
const order = (id: string, status = 'CONFIRMED') => ({
  id,
  number: `CS-${id}`,
  userId: ADA,
  status,
  lines: [line],
  total: euros('40.00'),
  shippingAddress: { name: 'Ada Lovelace', street: '1 Analytical Way', postalCode: '75011', city: 'Paris', country: 'FR' },
  createdAt: MONDAY,
  updatedAt: MONDAY,
})

let requests: Request[]
let handlers: Parameters<typeof fakeApi>[0]

function Address() {
  const { pathname, search } = useLocation()
  return <output aria-label="Address">{pathname + search}</output>
}

function whenOpened(path = '/admin/orders') {
  requests = fakeApi(handlers)
  return renderAt(
    path,
    <>
      <Toaster />
      <Address />
      <Routes>
        <Route path="/admin/*" element={<BackOffice />} />
      </Routes>
    </>,
  )
}

const address = () => screen.getByLabelText('Address')
const link = (id: string) => screen.findByRole('link', { name: `CS-${id}` })
const queries = () => requests.filter(({ url }) => url.includes('/admin/orders?')).map(({ url }) => new URL(url).searchParams)

beforeEach(() => {
  session.begin(tokenOf('root', 'admin'), 900)
  handlers = {
    'GET /api/v1/admin/orders': ({ url }) => json(new URL(url).searchParams.get('after') ? { items: [order('3')] } : { items: [order('1'), order('2')], nextCursor: 'c2' }),
    'GET /api/v1/admin/orders/1': () => json(order('1')),
    'GET /api/v1/admin/orders/1/history': () => json({ items: [{ status: 'PENDING', at: MONDAY }] }),
  }
})
afterEach(() => act(() => session.end()))

describe('order queue', () => {
  it('is gone through with J and K, beyond the first page too, and Enter opens an order', async () => {
    await whenOpened()
    const first = await link('1')

    await userEvent.keyboard('j')
    expect(first).toHaveFocus()
    await userEvent.keyboard('j')
    expect(await link('2')).toHaveFocus()
    await userEvent.keyboard('j')
    const third = await link('3')
    expect(queries().at(-1)!.get('after')).toBe('c2')
    await userEvent.keyboard('j')
    expect(third).toHaveFocus()
    await userEvent.keyboard('kk{Enter}')

    await waitFor(() => expect(address()).toHaveTextContent('/admin/orders/1'))
    expect(await screen.findByRole('heading', { name: 'Order CS-1' })).toBeVisible()
  })

  it('leaves J and K alone once they are switched off, also at the next visit', async () => {
    const { unmount } = await whenOpened()
    await link('1')

    await userEvent.click(screen.getByRole('checkbox', { name: 'Keys J and K go through the list' }))
    await userEvent.keyboard('j')
    expect(await link('1')).not.toHaveFocus()
    unmount()
    await whenOpened()
    await link('1')
    await userEvent.keyboard('j')
    expect(await link('1')).not.toHaveFocus()
  })

  it('keeps its filters in the address', async () => {
    await whenOpened(`/admin/orders?status=SHIPPED&userId=${ADA}`)
    await link('1')
    expect(Object.fromEntries(queries()[0]!)).toMatchObject({ status: 'SHIPPED', userId: ADA })

    await userEvent.selectOptions(screen.getByLabelText('Status'), 'Confirmed')
    await waitFor(() => expect(address()).toHaveTextContent(`/admin/orders?status=CONFIRMED&userId=${ADA}`))
    await userEvent.click(await screen.findByRole('button', { name: 'Show everybody’s' }))

    await waitFor(() => expect(address()).toHaveTextContent('/admin/orders?status=CONFIRMED'))
    await waitFor(() => expect(Object.fromEntries(queries().at(-1)!)).toEqual({ status: 'CONFIRMED', size: '25' }))
  })

  it('takes what makes no sense in an address for absent', async () => {
    await whenOpened('/admin/orders?status=LOST&userId=ada')
    await link('1')

    expect(Object.fromEntries(queries()[0]!)).toEqual({ size: '25' })
  })

  it('moves an order once, however often the key is pressed, and shows it where it was', async () => {
    handlers['POST /api/v1/admin/orders/1/ship'] = () => json(order('1', 'SHIPPED'))
    await whenOpened()
    const row = within((await link('1')).closest('tr')!)

    row.getByRole('button', { name: 'Ship: CS-1' }).focus()
    await userEvent.keyboard('{Enter}')

    expect(await row.findByText('Shipped')).toBeVisible()
    expect(await link('1')).toHaveFocus()
    expect(row.getByRole('button', { name: 'Delivered: CS-1' })).toBeVisible()
    expect(screen.getByText('CS-1 is on its way.')).toBeVisible()
    expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  it('says when an order has moved on meanwhile, and shows how it stands', async () => {
    let status = 'CONFIRMED'
    handlers['GET /api/v1/admin/orders'] = () => json({ items: [order('1', status)] })
    handlers['POST /api/v1/admin/orders/1/ship'] = () => ((status = 'CANCELLED'), problem(409, 'illegal-transition'))
    await whenOpened()

    await userEvent.click(await screen.findByRole('button', { name: 'Ship: CS-1' }))

    expect(await screen.findByText(/The order has moved on/)).toBeVisible()
    expect(await within((await link('1')).closest('tr')!).findByText('Cancelled')).toBeVisible()
  })
})

describe('several orders', () => {
  const choose = async (id: string) => userEvent.click(await screen.findByRole('checkbox', { name: `Choose CS-${id}` }))
  const confirm = async (label: string) => {
    await userEvent.click(screen.getByRole('button', { name: label }))
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: label }))
  }
  const moves = () => requests.filter(({ method }) => method === 'POST').map(({ url }) => new URL(url).pathname.split('/').slice(-2).join('/'))

  it('are shipped together, once somebody has said so twice, and are not chosen any more', async () => {
    const standing: Record<string, string> = { 1: 'CONFIRMED', 2: 'CONFIRMED', 4: 'DELIVERED' }
    handlers['GET /api/v1/admin/orders'] = () => json({ items: Object.entries(standing).map(([id, status]) => order(id, status)) })
    for (const id of ['1', '2']) handlers[`POST /api/v1/admin/orders/${id}/ship`] = () => json(order(id, (standing[id] = 'SHIPPED')))
    await whenOpened()

    await userEvent.click(await screen.findByRole('checkbox', { name: 'Choose all that something can be done with' }))
    expect(screen.getByText('2 orders chosen.')).toBeVisible()
    expect(screen.queryByRole('checkbox', { name: 'Choose CS-4' })).not.toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Ship 2 orders' }))
    expect(moves()).toEqual([])
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Ship 2 orders' }))

    expect(await screen.findByText('2 orders are on their way.')).toBeVisible()
    expect(moves()).toEqual(['1/ship', '2/ship'])
    expect(await screen.findByText('0 orders chosen.')).toBeVisible()
  })

  it('go on where one has moved on meanwhile, and say so', async () => {
    handlers['POST /api/v1/admin/orders/1/ship'] = () => problem(409, 'illegal-transition')
    handlers['POST /api/v1/admin/orders/2/ship'] = () => json(order('2', 'SHIPPED'))
    await whenOpened()
    await choose('1')
    await choose('2')
    await confirm('Ship 2 orders')

    expect(await screen.findByText('1 order is on its way. 1 had moved on meanwhile.')).toBeVisible()
    expect(moves()).toEqual(['1/ship', '2/ship'])
  })

  it('stop where the shop does not answer, and what is left stays chosen', async () => {
    handlers['POST /api/v1/admin/orders/1/ship'] = () => problem(503, 'unavailable')
    await whenOpened()
    await choose('1')
    await choose('2')
    await confirm('Ship 2 orders')

    expect(await screen.findByText(/taking a break/)).toBeVisible()
    expect(moves()).toEqual(['1/ship'])
    expect(screen.getByText('2 orders chosen.')).toBeVisible()
  })
})

describe('order of staff', () => {
  it('is shipped, then delivered, with no key that does both', async () => {
    handlers['POST /api/v1/admin/orders/1/ship'] = () => json(order('1', 'SHIPPED'))
    await whenOpened('/admin/orders/1')

    await userEvent.click(await screen.findByRole('button', { name: 'Ship' }))

    expect(await screen.findByRole('button', { name: 'Delivered' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Packing slip' })).toHaveFocus()
    expect(screen.getByRole('link', { name: 'All orders of this customer' })).toHaveAttribute('href', `/admin/orders?userId=${ADA}`)
  })

  it('has a packing slip without prices', async () => {
    await whenOpened('/admin/orders/1/packing-slip')

    expect(await screen.findByRole('heading', { name: 'Packing slip CS-1' })).toBeVisible()
    expect(screen.getByText('2 items in this parcel.')).toBeVisible()
    expect(screen.queryByText(/€/)).not.toBeInTheDocument()
  })

  it('says when there is none', async () => {
    await whenOpened('/admin/orders/0')

    expect(await screen.findByText('There is no order at this address.')).toBeVisible()
  })
})
