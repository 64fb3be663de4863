import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Route, Routes } from 'react-router'
import { session } from '../api/session'
import { euros, fakeApi, json, problem } from '../test/fakeApi'
import { renderAt } from '../test/render'
import CheckoutPage from './CheckoutPage'

const line = { productId: 'lamp', sku: 'LMP-1', name: 'Lamp', quantity: 2, unitPrice: euros('20.00'), lineTotal: euros('40.00'), available: 5 }
const cart = { items: [line], total: euros('40.00') }
const order = { id: 'order-1', number: 'CS-1', status: 'CONFIRMED', lines: [], total: euros('40.00') }

const lostConnection = () => Promise.reject(new TypeError('Failed to fetch'))
const declined = () => problem(402, 'payment-declined')

function givenAnswersToOrders(...answers: (() => Response | Promise<Response>)[]): Request[] {
  return fakeApi({
    'GET /api/v1/cart': () => json(cart),
    'PUT /api/v1/cart/items/lamp': () => json(cart),
    'POST /api/v1/orders': () => answers.shift()!(),
  })
}

const keysOf = (requests: Request[]) => requests.filter(({ url }) => url.endsWith('/orders')).map(({ headers }) => headers.get('Idempotency-Key'))

async function whenCheckoutIsFilledIn() {
  await renderAt(
    '/checkout',
    <Routes>
      <Route path="/checkout" element={<CheckoutPage />} />
      <Route path="/checkout/done/:id" element={<p>Confirmed</p>} />
    </Routes>,
  )
  await userEvent.type(await screen.findByLabelText('Full name'), 'Ada Lovelace')
  await userEvent.type(screen.getByLabelText('Street and number'), '1 Analytical Way')
  await userEvent.type(screen.getByLabelText('Postal code'), '75011')
  await userEvent.type(screen.getByLabelText('City'), 'Paris')
  await userEvent.selectOptions(screen.getByLabelText('Country'), 'FR')
}

const placeOrder = async () => userEvent.click(await screen.findByRole('button', { name: /Place order/ }))

describe('checkout page', () => {
  beforeEach(() => session.begin('token', 900))
  afterEach(() => session.end())

  it('sends address and card, and shows the confirmation', async () => {
    const requests = givenAnswersToOrders(() => json(order, 201))
    await whenCheckoutIsFilledIn()

    await placeOrder()

    expect(await screen.findByText('Confirmed')).toBeVisible()
    const body: unknown = await requests.find(({ method }) => method === 'POST')?.json()
    expect(body).toEqual({
      shippingAddress: { name: 'Ada Lovelace', street: '1 Analytical Way', postalCode: '75011', city: 'Paris', country: 'FR' },
      payment: { method: 'card', token: 'tok_visa' },
    })
  })

  it('tries again with the same key after a lost connection', async () => {
    const requests = givenAnswersToOrders(lostConnection, () => json(order, 201))
    await whenCheckoutIsFilledIn()

    await placeOrder()
    expect(await screen.findByText(/you will not be charged twice/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))

    expect(await screen.findByText('Confirmed')).toBeVisible()
    const [first, second] = keysOf(requests)
    expect(second).toBe(first)
  })

  it('offers another card after a refusal, as a new attempt', async () => {
    const requests = givenAnswersToOrders(declined, () => json(order, 201))
    await whenCheckoutIsFilledIn()

    await placeOrder()
    expect(await screen.findByText('The card was declined')).toBeVisible()
    await userEvent.click(screen.getByRole('radio', { name: /3000/ }))
    await placeOrder()

    expect(await screen.findByText('Confirmed')).toBeVisible()
    const [first, second] = keysOf(requests)
    expect(second).not.toBe(first)
  })

  it('lists what is short and adjusts the cart to it', async () => {
    const shortages = [{ productId: 'lamp', requested: 2, available: 1 }]
    const requests = givenAnswersToOrders(() => problem(409, 'insufficient-stock', { shortages }))
    await whenCheckoutIsFilledIn()

    await placeOrder()
    expect(await screen.findByText('Lamp: you asked for 2, we have 1.')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Adjust my cart' }))

    await waitFor(() => expect(requests.map(({ method }) => method)).toContain('PUT'))
    const put = requests.find(({ method }) => method === 'PUT')
    await expect(put?.json()).resolves.toEqual({ quantity: 1 })
  })

  it('asks for what is missing before it calls the server', async () => {
    const requests = givenAnswersToOrders()
    await renderAt('/checkout', <CheckoutPage />)

    await placeOrder()

    expect(screen.getAllByText('Please fill this in.')).toHaveLength(5)
    expect(screen.getByLabelText('Full name')).toHaveFocus()
    expect(keysOf(requests)).toEqual([])
  })
})
