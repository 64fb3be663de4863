import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { afterEach, beforeEach, vi } from 'vitest'
import LoginPage from '../account/LoginPage'
import { session } from '../api/session'
import { RequireSession } from '../app/RequireSession'
import CheckoutPage from '../checkout/CheckoutPage'
import { euros, fakeApi, json, problem } from './fakeApi'
import { renderAt } from './render'
import { tokenOf } from './tokenOf'

export const line = { productId: 'lamp', sku: 'LMP-1', name: 'Lamp', quantity: 2, unitPrice: euros('20.00'), lineTotal: euros('40.00'), available: 5 }
export const fullCart = { items: [line], total: euros('40.00'), version: 'v1' }
export const emptyCart = { items: [], total: euros('0.00'), version: 'v2' }
export const order = { id: 'order-1', number: 'CS-1', status: 'CONFIRMED', lines: [], total: euros('40.00') }
export const address = { name: 'Ada Lovelace', street: '1 Analytical Way', postalCode: '75011', city: 'Paris', country: 'FR' }

export type Answer = () => Response | Promise<Response>

export const lostConnection: Answer = () => Promise.reject(new TypeError('Failed to fetch'))
export const confirmed: Answer = () => json(order, 201)
export const refused = (status: number, slug: string, more: object = {}): Answer => () => problem(status, slug, more)

/** What the server has in the cart, and who may come in. */
export const scene = {
  cart: {} as object,
  customer: '',
  refresh: () => problem(401, 'refresh-refused'),
}

export function givenAnswersToOrders(...answers: Answer[]): Request[] {
  return fakeApi({
    'GET /api/v1/cart': () => json(scene.cart),
    'PUT /api/v1/cart/items/lamp': () => json(scene.cart),
    'POST /api/v1/auth/login': () => json({ accessToken: tokenOf(scene.customer), tokenType: 'Bearer', expiresIn: 900 }),
    'POST /api/v1/auth/refresh': () => scene.refresh(),
    'POST /api/v1/orders': () => answers.shift()!(),
  })
}

export function answerAlso(call: string, answer: Answer): void {
  const others = globalThis.fetch
  vi.stubGlobal('fetch', (request: Request, init?: RequestInit) =>
    `${request.method} ${new URL(request.url).pathname}` === call ? Promise.resolve(answer()) : others(request, init),
  )
}

export const ordersAmong = (requests: Request[]) => requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/orders'))
export const keysOf = (requests: Request[]) => ordersAmong(requests).map(({ headers }) => headers.get('Idempotency-Key'))
export const bodiesOf = (requests: Request[]) => Promise.all(ordersAmong(requests).map((request) => request.clone().json() as Promise<unknown>))

export function whenCheckoutIsOpened() {
  return renderAt(
    '/checkout',
    <Routes>
      <Route element={<RequireSession />}>
        <Route path="/checkout" element={<CheckoutPage />} />
        <Route path="/checkout/done/:id" element={<p>Confirmed</p>} />
      </Route>
      <Route path="/cart" element={<p>Cart page</p>} />
      <Route path="/login" element={<LoginPage />} />
    </Routes>,
  )
}

export async function whenCheckoutIsFilledIn() {
  const page = await whenCheckoutIsOpened()
  const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
  await screen.findByLabelText('Full name')
  fill('Full name', address.name)
  fill('Street and number', address.street)
  fill('Postal code', address.postalCode)
  fill('City', address.city)
  fill('Country', address.country)
  return page
}

export const press = async (button: RegExp | string) => userEvent.click(await screen.findByRole('button', { name: button }))
export const placeOrder = () => press(/Place order/)

export async function whenLoggingInAs(userId: string) {
  scene.customer = userId
  fireEvent.change(await screen.findByLabelText('Email address'), { target: { value: `${userId}@example.org` } })
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'a long enough password' } })
  await press('Log in')
}

/** Before each test of a file: somebody who is logged in, with something in the cart. */
export function givenCustomerWithFullCart(): void {
  beforeEach(() => {
    scene.cart = fullCart
    scene.refresh = () => problem(401, 'refresh-refused')
    session.begin(tokenOf('ada'), 900)
  })
  afterEach(() => session.end())
}
