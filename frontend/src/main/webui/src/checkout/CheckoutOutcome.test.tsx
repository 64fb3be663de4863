import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { session } from '../api/session'
import { type Answer, bodiesOf, confirmed, emptyCart, fullCart, givenAnswersToOrders, givenCustomerWithFullCart, keysOf, line, lostConnection, ordersAmong, placeOrder, press, refused, scene, whenCheckoutIsFilledIn, whenCheckoutIsOpened, whenLoggingInAs } from '../test/checkoutScene'
import { euros, json, problem } from '../test/fakeApi'
import { tokenOf } from '../test/tokenOf'

describe('checkout page', () => {
  givenCustomerWithFullCart()

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
      scene.refresh = () => json({ accessToken: `${tokenOf('ada')}-next`, tokenType: 'Bearer', expiresIn: 900 })
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
      scene.cart = emptyCart
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
        scene.cart = { ...fullCart, total: euros('60.00'), version: 'v2' }
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
        scene.cart = emptyCart
        return problem(409, 'cart-changed')
      })
      await whenCheckoutIsFilledIn()

      await placeOrder()

      expect(await screen.findByText('Your cart is not what it was')).toBeVisible()
      expect(screen.queryByRole('button', { name: /Place order/ })).not.toBeInTheDocument()
    })
  })
})
