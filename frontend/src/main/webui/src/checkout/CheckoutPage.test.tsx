import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { ADDRESS } from '../api/limits'
import { session } from '../api/session'
import { address, answerAlso, bodiesOf, confirmed, emptyCart, fullCart, givenAnswersToOrders, givenCustomerWithFullCart, keysOf, line, order, ordersAmong, placeOrder, scene, whenCheckoutIsFilledIn, whenCheckoutIsOpened, whenLoggingInAs } from '../test/checkoutScene'
import { euros, json } from '../test/fakeApi'
import { tokenOf } from '../test/tokenOf'

describe('checkout page', () => {
  givenCustomerWithFullCart()

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
    scene.cart = unorderable
    givenAnswersToOrders()

    await whenCheckoutIsOpened()

    expect(await screen.findByText('Cart page')).toBeVisible()
  })

  it('offers no payment for a cart that was emptied elsewhere', async () => {
    givenAnswersToOrders()
    await whenCheckoutIsFilledIn()

    scene.cart = emptyCart
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
})
