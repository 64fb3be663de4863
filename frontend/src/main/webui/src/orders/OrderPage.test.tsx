import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Route, Routes } from 'react-router'
import { session } from '../api/session'
import { drawer } from '../cart/drawer'
import { MAIN_ID } from '../design/focus'
import { Toaster } from '../design/Toaster'
import { euros, fakeApi, json, problem } from '../test/fakeApi'
import { renderAt } from '../test/render'
import { tokenOf } from '../test/tokenOf'
import InvoicePage from './InvoicePage'
import OrderPage from './OrderPage'

const MONDAY = '2026-11-02T09:00:00Z'
const FRIDAY = '2026-11-06T09:00:00Z'
const line = { productId: 'lamp', sku: 'LMP-1', name: 'Lamp', quantity: 2, unitPrice: euros('20.00'), lineTotal: euros('40.00') }
const vase = { productId: 'vase', sku: 'VAS-1', name: 'Vase', quantity: 1, unitPrice: euros('10.00'), lineTotal: euros('10.00') }
const confirmed = {
  id: 'o1',
  number: 'CS-1',
  userId: 'ada',
  status: 'CONFIRMED',
  lines: [line, vase],
  total: euros('50.00'),
  shippingAddress: { name: 'Ada Lovelace', street: '1 Analytical Way', postalCode: '75011', city: 'Paris', country: 'FR' },
  createdAt: MONDAY,
  updatedAt: MONDAY,
}

const TUESDAY = '2026-11-03T09:00:00Z'

let order: object
let history: object[]
let tell: (status: string) => void
let requests: Request[]
let handlers: Parameters<typeof fakeApi>[0]

function events(): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      tell = (status) =>
        controller.enqueue(new TextEncoder().encode(`event:status\ndata:{"orderId":"o1","status":"${status}","at":"${FRIDAY}"}\n\n`))
    },
  })
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } })
}

function whenOpened(path = '/orders/o1') {
  requests = fakeApi(handlers)
  return renderAt(
    path,
    <>
      <Toaster />
      <main id={MAIN_ID} tabIndex={-1}>
        <Routes>
          <Route path="/orders/:id" element={<OrderPage />} />
          <Route path="/orders/:id/invoice" element={<InvoicePage />} />
        </Routes>
      </main>
    </>,
  )
}

const timeline = async () => within(await screen.findByRole('list', { name: 'Progress' })).getAllByRole('listitem')
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

beforeEach(() => {
  session.begin(tokenOf('ada'), 900)
  order = confirmed
  history = [{ status: 'PENDING', at: MONDAY }, { status: 'CONFIRMED', at: TUESDAY }]
  handlers = {
    'GET /api/v1/orders/o1': () => json(order),
    'GET /api/v1/orders/o1/events': events,
    'GET /api/v1/orders/o1/history': () => json({ items: history }),
    'GET /api/v1/products': () => json({ items: [{ id: 'lamp', imageUrl: '/catalogue/lamp.svg' }], total: 1 }),
  }
})
afterEach(() => act(() => session.end()))

describe('order page', () => {
  it('says when each step was taken, and shows the next one as it happens', async () => {
    await whenOpened()
    const dates = async () => (await timeline()).map((step) => step.querySelector('time')?.dateTime)
    await waitFor(async () => expect(await dates()).toEqual([MONDAY, TUESDAY, undefined, undefined]))

    order = { ...confirmed, status: 'SHIPPED', updatedAt: FRIDAY }
    history.push({ status: 'SHIPPED', at: FRIDAY })
    await waitFor(() => expect(tell).toBeDefined())
    tell('SHIPPED')

    await waitFor(async () => expect((await timeline())[2]).toHaveAttribute('aria-current', 'step'))
    expect(await dates()).toEqual([MONDAY, TUESDAY, FRIDAY, undefined])
    expect(screen.queryByRole('button', { name: 'Cancel order' })).not.toBeInTheDocument()
  })

  it('shows the pictures of its lines, all asked for at once', async () => {
    const { container } = await whenOpened()

    await waitFor(() => expect(container.querySelector('img')).toHaveAttribute('src', '/catalogue/lamp.svg'))
    const asked = requests.find(({ url }) => url.includes('/products?'))!
    expect(new URL(asked.url).searchParams.getAll('id')).toEqual(['lamp', 'vase'])
  })

  it('is cancelled once that is confirmed, with the focus on the page then', async () => {
    handlers['POST /api/v1/orders/o1/cancel'] = () => json((order = { ...confirmed, status: 'CANCELLED', updatedAt: FRIDAY }))
    await whenOpened()

    await press('Cancel order')
    expect(requests.some(({ method }) => method === 'POST')).toBe(false)
    await press('Yes, cancel it')

    expect(await screen.findByText(/Your order is cancelled/)).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Cancel order' })).not.toBeInTheDocument())
    expect(screen.getByRole('main')).toHaveFocus()
    expect((await timeline()).at(-1)).toHaveTextContent('Cancelled, payment returned')
  })

  it('says when it is too late to cancel', async () => {
    handlers['POST /api/v1/orders/o1/cancel'] = () => problem(409, 'not-cancellable')
    await whenOpened()

    await press('Cancel order')
    await press('Yes, cancel it')

    expect(await screen.findByText('This order can no longer be cancelled.')).toBeVisible()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  describe('bought again', () => {
    beforeEach(() => {
      handlers['GET /api/v1/cart'] = () => json({ items: [{ productId: 'lamp', quantity: 1, available: 9 }], total: euros('20.00'), version: 'v1' })
      handlers['PUT /api/v1/cart/items/lamp'] = () => json({})
      handlers['PUT /api/v1/cart/items/vase'] = () => json({})
    })
    afterEach(() => drawer.close())

    it('is in the cart, besides what was there', async () => {
      await whenOpened()

      await press('Buy again')

      await waitFor(() => expect(drawer.current()).toEqual({ isOpen: true, message: 'What you ordered is in your cart again.' }))
      const puts = requests.filter(({ method }) => method === 'PUT')
      expect(await Promise.all(puts.map((put) => put.json() as Promise<unknown>))).toEqual([{ quantity: 3 }, { quantity: 1 }])
    })

    it('says what is not to be had any more', async () => {
      handlers['PUT /api/v1/cart/items/vase'] = () => problem(404, 'unknown-product')
      await whenOpened()

      await press('Buy again')

      await waitFor(() => expect(drawer.current().message).toMatch(/except for what is not to be had: Vase\./))
    })

    it('says when nothing of it is', async () => {
      handlers['PUT /api/v1/cart/items/lamp'] = () => problem(404, 'unknown-product')
      handlers['PUT /api/v1/cart/items/vase'] = () => problem(404, 'unknown-product')
      await whenOpened()

      await press('Buy again')

      expect(await screen.findByText('Nothing of it is to be had at the moment.')).toBeVisible()
      expect(drawer.current().isOpen).toBe(false)
    })
  })
})

describe('invoice page', () => {
  it('has all that an invoice has', async () => {
    await whenOpened('/orders/o1/invoice')

    expect(await screen.findByRole('heading', { name: 'Invoice CS-1' })).toBeVisible()
    const rows = screen.getAllByRole('row').map(({ textContent }) => textContent)
    expect(rows).toEqual(['ProductQuantityUnit priceAmount', 'LampArticle LMP-12€20.00€40.00', 'VaseArticle VAS-11€10.00€10.00', 'Total€50.00'])
    expect(screen.getByText(/1 Analytical Way/)).toHaveTextContent('Ada Lovelace')
    expect(screen.getByText('Paid by card.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Print' })).toBeVisible()
  })

  it.each(['PENDING', 'REJECTED'])('is none for an order that is %s', async (status) => {
    order = { ...confirmed, status }
    await whenOpened('/orders/o1/invoice')

    expect(await screen.findByText('There is no invoice')).toBeVisible()
    expect(screen.queryByRole('table')).not.toBeInTheDocument()
  })

  it('says that a payment was returned', async () => {
    order = { ...confirmed, status: 'CANCELLED', updatedAt: FRIDAY }
    await whenOpened('/orders/o1/invoice')

    expect(await screen.findByText(/Cancelled on .*2026.* The payment was returned/)).toBeVisible()
  })
})
