import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Route, Routes } from 'react-router'
import LoginPage from '../account/LoginPage'
import { ADDRESS } from '../api/limits'
import { session } from '../api/session'
import { RequireSession } from '../app/RequireSession'
import { euros, fakeApi, json, problem } from '../test/fakeApi'
import { renderAt } from '../test/render'
import { tokenOf } from '../test/tokenOf'
import CheckoutPage from './CheckoutPage'

const line = { productId: 'lamp', sku: 'LMP-1', name: 'Lamp', quantity: 2, unitPrice: euros('20.00'), lineTotal: euros('40.00'), available: 5 }
const fullCart = { items: [line], total: euros('40.00'), version: 'v1' }
const emptyCart = { items: [], total: euros('0.00'), version: 'v2' }
const order = { id: 'order-1', number: 'CS-1', status: 'CONFIRMED', lines: [], total: euros('40.00') }
const address = { name: 'Ada Lovelace', street: '1 Analytical Way', postalCode: '75011', city: 'Paris', country: 'FR' }

type Answer = () => Response | Promise<Response>

const lostConnection: Answer = () => Promise.reject(new TypeError('Failed to fetch'))
const confirmed: Answer = () => json(order, 201)
const refused = (status: number, slug: string, more: object = {}): Answer => () => problem(status, slug, more)

/** What the server has in the cart, and who may come in. */
let cart: object
let customer: string
let refresh: () => Response

function givenAnswersToOrders(...answers: Answer[]): Request[] {
  return fakeApi({
    'GET /api/v1/cart': () => json(cart),
    'PUT /api/v1/cart/items/lamp': () => json(cart),
    'POST /api/v1/auth/login': () => json({ accessToken: tokenOf(customer), tokenType: 'Bearer', expiresIn: 900 }),
    'POST /api/v1/auth/refresh': () => refresh(),
    'POST /api/v1/orders': () => answers.shift()!(),
  })
}

function answerAlso(call: string, answer: Answer): void {
  const others = globalThis.fetch
  vi.stubGlobal('fetch', (request: Request, init?: RequestInit) =>
    `${request.method} ${new URL(request.url).pathname}` === call ? Promise.resolve(answer()) : others(request, init),
  )
}

const ordersAmong = (requests: Request[]) => requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/orders'))
const keysOf = (requests: Request[]) => ordersAmong(requests).map(({ headers }) => headers.get('Idempotency-Key'))
const bodiesOf = (requests: Request[]) => Promise.all(ordersAmong(requests).map((request) => request.clone().json() as Promise<unknown>))

function whenCheckoutIsOpened() {
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

async function whenCheckoutIsFilledIn() {
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

const press = async (button: RegExp | string) => userEvent.click(await screen.findByRole('button', { name: button }))
const placeOrder = () => press(/Place order/)

async function whenLoggingInAs(userId: string) {
  customer = userId
  fireEvent.change(await screen.findByLabelText('Email address'), { target: { value: `${userId}@example.org` } })
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'a long enough password' } })
  await press('Log in')
}

describe('checkout page', () => {
  beforeEach(() => {
    cart = fullCart
    refresh = () => problem(401, 'refresh-refused')
    session.begin(tokenOf('ada'), 900)
  })
  afterEach(() => session.end())

  it('sends address, card and what the customer saw, and shows the confirmation', async () => {
    const requests = givenAnswersToOrders(confirmed)
    await whenCheckoutIsFilledIn()

    await placeOrder()

    expect(await screen.findByText('Confirmed')).toBeVisible()
    expect(await bodiesOf(requests)).toEqual([
      { shippingAddress: address, payment: { method: 'card', token: 'tok_visa' }, expectedTotal: euros('40.00'), cartVersion: 'v1' },
    ])
    expect(sessionStorage.getItem('cloudshop.checkoutAttempt.ada')).toBeNull()
  })

  it('is ordered once, however often the button is pressed', async () => {
    const requests = givenAnswersToOrders(confirmed, confirmed, confirmed)
    await whenCheckoutIsFilledIn()
    const button = await screen.findByRole('button', { name: /Place order/ })

    await userEvent.tripleClick(button)
    fireEvent.submit(button.closest('form')!)

    expect(await screen.findByText('Confirmed')).toBeVisible()
    expect(ordersAmong(requests)).toHaveLength(1)
  })

  it('shows the fields of the card that is chosen, which nobody can type in', async () => {
    givenAnswersToOrders()
    await whenCheckoutIsOpened()
    expect(await screen.findByLabelText('Card number')).toHaveValue('4242 4242 4242 4242')

    await userEvent.click(screen.getByRole('radio', { name: /0002/ }))

    expect(screen.getByLabelText('Card number')).toHaveValue('4000 0000 0000 0002')
    for (const field of ['Card number', 'Expiry date', 'Security code']) expect(screen.getByLabelText(field)).toHaveAttribute('readonly')
  })

  describe('of a customer whose name is known', () => {
    const profile = () => json({ id: 'ada', displayName: 'Ada King', email: 'ada@example.org', roles: [], createdAt: '2026-01-01T00:00:00Z' })

    it('has it filled in', async () => {
      givenAnswersToOrders()
      answerAlso('GET /api/v1/auth/me', profile)
      await whenCheckoutIsOpened()

      await waitFor(() => expect(screen.getByLabelText('Full name')).toHaveValue('Ada King'))
    })

    it('keeps the name that was filled in before a reload', async () => {
      givenAnswersToOrders()
      answerAlso('GET /api/v1/auth/me', profile)
      const page = await whenCheckoutIsFilledIn()

      page.unmount()
      await whenCheckoutIsOpened()

      expect(await screen.findByLabelText('City')).toHaveValue('Paris')
      await waitFor(() => expect(screen.getByLabelText('Full name')).toHaveValue('Ada Lovelace'))
    })
  })

  describe('of a customer with an address book', () => {
    const home = { ...address, id: 'home', isDefault: false }
    const work = { ...address, id: 'work', street: '2 Engine Row', isDefault: true }
    const givenBook = (...items: object[]) => answerAlso('GET /api/v1/auth/me/addresses', () => json({ items }))

    it('has the default filled in, and another one when it is chosen', async () => {
      givenAnswersToOrders()
      givenBook(home, work)
      await whenCheckoutIsOpened()

      await waitFor(() => expect(screen.getByLabelText('Street and number')).toHaveValue('2 Engine Row'))
      expect(screen.getByLabelText('Saved addresses')).toHaveValue('work')
      expect(screen.queryByLabelText('Save this address for the next time')).not.toBeInTheDocument()
      await userEvent.selectOptions(screen.getByLabelText('Saved addresses'), 'home')
      expect(screen.getByLabelText('Street and number')).toHaveValue('1 Analytical Way')
      await userEvent.selectOptions(screen.getByLabelText('Saved addresses'), 'Another address')
      expect(screen.getByLabelText('Street and number')).toHaveValue('')
    })

    it('keeps what was filled in before a reload', async () => {
      givenAnswersToOrders()
      givenBook(work)
      const page = await whenCheckoutIsFilledIn()
      page.unmount()

      await whenCheckoutIsOpened()

      expect(await screen.findByLabelText('Saved addresses')).toHaveValue('')
      expect(screen.getByLabelText('Street and number')).toHaveValue('1 Analytical Way')
    })

    it('saves an address that is new when asked to, and orders to it', async () => {
      const requests = givenAnswersToOrders(confirmed)
      givenBook()
      const saved: unknown[] = []
      const others = globalThis.fetch
      vi.stubGlobal('fetch', async (request: Request, init?: RequestInit) => {
        if (request.method !== 'POST' || !request.url.endsWith('/me/addresses')) return others(request, init)
        saved.push(await request.json())
        return json(home, 201)
      })
      await whenCheckoutIsFilledIn()

      await userEvent.click(await screen.findByLabelText('Save this address for the next time'))
      await placeOrder()

      expect(await screen.findByText('Confirmed')).toBeVisible()
      expect(saved).toEqual([{ ...address, isDefault: false }])
      expect(await bodiesOf(requests)).toMatchObject([{ shippingAddress: address }])
    })

    it('saves nothing otherwise', async () => {
      const requests = givenAnswersToOrders(confirmed)
      givenBook()
      await whenCheckoutIsFilledIn()
      await screen.findByLabelText('Save this address for the next time')

      await placeOrder()

      expect(await screen.findByText('Confirmed')).toBeVisible()
      expect(requests.filter(({ url }) => url.endsWith('/me/addresses'))).toEqual([])
    })
  })

  it('takes an order that is finished later for an order', async () => {
    givenAnswersToOrders(() => json({ ...order, status: 'PENDING' }, 202))
    await whenCheckoutIsFilledIn()

    await placeOrder()

    expect(await screen.findByText('Confirmed')).toBeVisible()
  })

  it('asks for what is missing before it calls the server', async () => {
    const requests = givenAnswersToOrders()
    await whenCheckoutIsOpened()

    await placeOrder()

    expect(screen.getAllByText('Please fill this in.')).toHaveLength(5)
    expect(screen.getByLabelText('Full name')).toHaveFocus()
    expect(keysOf(requests)).toEqual([])
  })

  describe('whose session ends', () => {
    it('has what was filled in after the login', async () => {
      givenAnswersToOrders()
      await whenCheckoutIsFilledIn()
      await userEvent.click(screen.getByRole('radio', { name: /3000/ }))

      act(() => session.lapse())
      await whenLoggingInAs('ada')

      expect(await screen.findByLabelText('City')).toHaveValue('Paris')
      expect(screen.getByLabelText('Country')).toHaveValue('FR')
      expect(screen.getByRole('radio', { name: /3000/ })).toBeChecked()
    })

    it('has nothing of it for somebody else', async () => {
      givenAnswersToOrders()
      await whenCheckoutIsFilledIn()

      act(() => session.lapse())
      await whenLoggingInAs('grace')

      expect(await screen.findByLabelText('City')).toHaveValue('')
    })

    it('becomes the page of another customer who logs in in another tab', async () => {
      givenAnswersToOrders()
      await whenCheckoutIsFilledIn()

      act(() => void session.begin(tokenOf('grace'), 900))

      expect(await screen.findByLabelText('City')).toHaveValue('')
    })
  })

  it.each([
    ['is empty', emptyCart],
    ['has more than there is', { ...fullCart, items: [{ ...line, available: 1, problem: 'short' }] }],
    ['has what has left the shop', { ...fullCart, items: [{ ...line, problem: 'gone' }] }],
  ])('leads back to a cart that %s', async (_, unorderable) => {
    cart = unorderable
    givenAnswersToOrders()

    await whenCheckoutIsOpened()

    expect(await screen.findByText('Cart page')).toBeVisible()
  })

  it('offers no payment for a cart that was emptied elsewhere', async () => {
    givenAnswersToOrders()
    await whenCheckoutIsFilledIn()

    cart = emptyCart
    fireEvent(window, new Event('visibilitychange'))

    expect(await screen.findByText('Cart page')).toBeVisible()
  })

  it('lets nobody type more than the API takes', async () => {
    givenAnswersToOrders()
    await whenCheckoutIsOpened()

    expect(await screen.findByLabelText('Full name')).toHaveAttribute('maxlength', String(ADDRESS.name.maxLength))
    expect(screen.getByLabelText('Street and number')).toHaveAttribute('maxlength', String(ADDRESS.street.maxLength))
    expect(screen.getByLabelText('Postal code')).toHaveAttribute('maxlength', String(ADDRESS.postalCode.maxLength))
    expect(screen.getByLabelText('City')).toHaveAttribute('maxlength', String(ADDRESS.city.maxLength))
  })

  describe('that does not know the outcome', () => {
    it.each<[string, Answer]>([
      ['a lost connection', lostConnection],
      ['a 401', refused(401, 'unauthorized')],
      ['a 429', refused(429, 'rate-limited')],
      ['a 503', refused(503, 'upstream-unavailable')],
      ['an error page of something in between', () => new Response('<h1>Too large</h1>', { status: 413 })],
    ])('comes to the same order after %s', async (_, answer) => {
      const requests = givenAnswersToOrders(answer, confirmed)
      await whenCheckoutIsFilledIn()
      await placeOrder()

      await screen.findByText(/you will not be charged twice\.|Your session has ended/)
      await waitFor(() => expect(screen.queryByText(/We are working on your order/)).not.toBeInTheDocument())
      if (session.current()) await press('Try again')
      else await whenLoggingInAs('ada')

      expect(await screen.findByText('Confirmed')).toBeVisible()
      const [firstKey, secondKey] = keysOf(requests)
      expect(secondKey).toBe(firstKey)
      const [firstBody, secondBody] = await bodiesOf(requests)
      expect(secondBody).toEqual(firstBody)
    })

    it('comes to it without a login where a token that was refused is renewed', async () => {
      refresh = () => json({ accessToken: `${tokenOf('ada')}-next`, tokenType: 'Bearer', expiresIn: 900 })
      const requests = givenAnswersToOrders(refused(401, 'unauthorized'), confirmed)
      await whenCheckoutIsFilledIn()

      await placeOrder()

      expect(await screen.findByText('Confirmed')).toBeVisible()
      const [firstKey, secondKey] = keysOf(requests)
      expect(secondKey).toBe(firstKey)
    })

    it('keeps the focus on its button meanwhile', async () => {
      givenAnswersToOrders(() => new Promise(() => {}))
      await whenCheckoutIsFilledIn()

      fireEvent.submit(screen.getByLabelText('City').closest('form')!)

      const button = await screen.findByRole('button', { name: /Placing/ })
      expect(button).not.toBeDisabled()
      expect(button).toHaveAttribute('aria-disabled', 'true')
      expect(button).toHaveFocus()
    })

    it('lets nothing be changed', async () => {
      givenAnswersToOrders(lostConnection)
      await whenCheckoutIsFilledIn()

      await placeOrder()

      expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible()
      expect(screen.getByLabelText('City')).toBeDisabled()
      expect(screen.getByRole('radio', { name: /3000/ })).toBeDisabled()
      expect(screen.queryByRole('button', { name: /Place order/ })).not.toBeInTheDocument()
    })

    it('goes on with it after a reload, whatever the cart is by then', async () => {
      const requests = givenAnswersToOrders(lostConnection, confirmed)
      const page = await whenCheckoutIsFilledIn()
      await placeOrder()
      await screen.findByRole('button', { name: 'Try again' })

      page.unmount()
      cart = emptyCart
      await whenCheckoutIsOpened()

      expect(await screen.findByText('Confirmed')).toBeVisible()
      const [firstKey, secondKey] = keysOf(requests)
      expect(secondKey).toBe(firstKey)
      const [firstBody, secondBody] = await bodiesOf(requests)
      expect(secondBody).toEqual(firstBody)
    })

    it('lets address and card be changed once a reload has brought the outcome', async () => {
      const requests = givenAnswersToOrders(lostConnection, refused(402, 'payment-declined'), confirmed)
      const page = await whenCheckoutIsFilledIn()
      await placeOrder()
      await screen.findByRole('button', { name: 'Try again' })

      page.unmount()
      await whenCheckoutIsOpened()
      expect(await screen.findByText('The card was declined')).toBeVisible()
      expect(screen.getByLabelText('City')).toHaveValue('Paris')
      await userEvent.click(screen.getByRole('radio', { name: /3000/ }))
      await placeOrder()

      expect(await screen.findByText('Confirmed')).toBeVisible()
      const [first, second, third] = keysOf(requests)
      expect(second).toBe(first)
      expect(third).not.toBe(first)
    })

    it('never shows or sends it to somebody else who logs in', async () => {
      const requests = givenAnswersToOrders(refused(401, 'unauthorized'))
      await whenCheckoutIsFilledIn()
      await placeOrder()

      await whenLoggingInAs('grace')

      expect(await screen.findByRole('button', { name: /Place order/ })).toBeVisible()
      expect(screen.getByLabelText('Full name')).toHaveValue('')
      expect(ordersAmong(requests)).toHaveLength(1)
    })
  })

  describe('that is told no', () => {
    it.each([
      [402, 'payment-timeout', 'The bank did not answer'],
      [409, 'reservation-expired', /We could not keep your things reserved/],
      [422, 'unknown-product', /has left the shop/],
      [422, 'invalid', 'Please check what you entered.'],
    ])('says so (%i %s), and the next try is a new one', async (status, slug, sentence) => {
      const requests = givenAnswersToOrders(refused(status, slug), confirmed)
      await whenCheckoutIsFilledIn()

      await placeOrder()
      expect(await screen.findByText(sentence)).toBeVisible()
      await userEvent.click(screen.getByRole('radio', { name: /3000/ }))
      await placeOrder()

      expect(await screen.findByText('Confirmed')).toBeVisible()
      const [first, second] = keysOf(requests)
      expect(second).not.toBe(first)
    })

    it('has the focus on what the customer has to know', async () => {
      givenAnswersToOrders(refused(402, 'payment-declined'))
      await whenCheckoutIsFilledIn()

      await placeOrder()

      const alert = await screen.findByRole('alert')
      expect(alert.parentElement).toHaveFocus()
    })

    it('has the focus on the first field that was refused', async () => {
      givenAnswersToOrders(refused(400, 'validation', { violations: [{ field: 'shippingAddress.city', message: 'is odd', code: 'invalid' }] }))
      await whenCheckoutIsFilledIn()

      await placeOrder()

      await waitFor(() => expect(screen.getByLabelText('City')).toBeInvalid())
      expect(screen.getByLabelText('City')).toHaveFocus()
    })

    it('lists what is short and adjusts the cart to it', async () => {
      const shortages = [{ productId: 'lamp', requested: 2, available: 1 }]
      const requests = givenAnswersToOrders(refused(409, 'insufficient-stock', { shortages }))
      await whenCheckoutIsFilledIn()

      await placeOrder()
      expect(await screen.findByText('Lamp: you asked for 2, we have 1.')).toBeVisible()
      await press('Adjust my cart')

      await waitFor(() => expect(requests.map(({ method }) => method)).toContain('PUT'))
      const put = requests.find(({ method }) => method === 'PUT')
      await expect(put?.json()).resolves.toEqual({ quantity: 1 })
    })

    it('shows the old and the new price, and orders at the new one when asked to', async () => {
      const now = { ...line, unitPrice: euros('99.00'), lineTotal: euros('198.00') }
      const requests = givenAnswersToOrders(refused(409, 'price-changed', { lines: [now], total: euros('198.00') }), confirmed)
      await whenCheckoutIsFilledIn()

      await placeOrder()
      expect(await screen.findByText(/would now cost €198.00 instead of €40.00/)).toBeVisible()
      expect(screen.getByText('Lamp: €99.00 instead of €20.00 each.')).toBeVisible()
      await press('Place order · €198.00')

      expect(await screen.findByText('Confirmed')).toBeVisible()
      const bodies = await bodiesOf(requests)
      expect(bodies).toMatchObject([{ expectedTotal: euros('40.00') }, { expectedTotal: euros('198.00') }])
    })

    it('shows the way out of a cart that another tab has changed, and orders the cart as it is now', async () => {
      const requests = givenAnswersToOrders(() => {
        cart = { ...fullCart, total: euros('60.00'), version: 'v2' }
        return problem(409, 'cart-changed')
      }, confirmed)
      await whenCheckoutIsFilledIn()

      await placeOrder()
      expect(await screen.findByRole('link', { name: 'My orders' })).toHaveAttribute('href', '/orders')
      expect(screen.getByRole('link', { name: 'View cart' })).toHaveAttribute('href', '/cart')
      await press('Place order · €60.00')

      expect(await screen.findByText('Confirmed')).toBeVisible()
      const bodies = await bodiesOf(requests)
      expect(bodies).toMatchObject([{ cartVersion: 'v1' }, { cartVersion: 'v2', expectedTotal: euros('60.00') }])
    })

    it('says what happened even when another tab has ordered everything', async () => {
      givenAnswersToOrders(() => {
        cart = emptyCart
        return problem(409, 'cart-changed')
      })
      await whenCheckoutIsFilledIn()

      await placeOrder()

      expect(await screen.findByText('Your cart is not what it was')).toBeVisible()
      expect(screen.queryByRole('button', { name: /Place order/ })).not.toBeInTheDocument()
    })
  })
})
