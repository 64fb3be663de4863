import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { session } from '../api/session'
import type { Cart, CartLine } from '../api/types'
import { MAIN_ID } from '../design/focus'
import { Toaster } from '../design/Toaster'
import { euros, fakeApi, json, problem } from '../test/fakeApi'
import { renderAt } from '../test/render'
import CartPage from './CartPage'

const lamp: CartLine = {
  productId: 'lamp',
  sku: 'LMP-1',
  name: 'Lamp',
  imageUrl: '/catalogue/lamp.svg',
  quantity: 2,
  unitPrice: euros('20.00'),
  lineTotal: euros('40.00'),
  available: 5,
}

function cartOf(...items: CartLine[]): Cart {
  return { items, total: euros('40.00'), version: 'v1' }
}

describe('cart page', () => {
  beforeEach(() => session.begin('token', 900))
  afterEach(() => session.end())

  it('shows lines, total and the way to the checkout', async () => {
    fakeApi({ 'GET /api/v1/cart': () => json(cartOf(lamp)) })

    await renderAt('/cart', <CartPage />)

    expect(await screen.findByRole('link', { name: 'Lamp' })).toHaveAttribute('href', '/products/lamp')
    expect(screen.getAllByText('€40.00')).toHaveLength(2)
    expect(screen.getByRole('link', { name: 'Go to checkout' })).toBeVisible()
  })

  it('sets a quantity and reads the cart again', async () => {
    const requests = fakeApi({
      'GET /api/v1/cart': () => json(cartOf(lamp)),
      'PUT /api/v1/cart/items/lamp': () => json(cartOf({ ...lamp, quantity: 3 })),
    })
    await renderAt('/cart', <CartPage />)

    await userEvent.click(await screen.findByRole('button', { name: 'One more' }))

    await waitFor(() => expect(requests.map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET']))
    await expect(requests[1]?.json()).resolves.toEqual({ quantity: 3 })
  })

  it('holds the checkout back while a line is gone or short', async () => {
    const gone: CartLine = { productId: 'vase', quantity: 1, available: 0, problem: 'gone' }
    fakeApi({ 'GET /api/v1/cart': () => json(cartOf({ ...lamp, quantity: 9, problem: 'short' }, gone)) })

    await renderAt('/cart', <CartPage />)

    expect(await screen.findByText(/Only 5 left/)).toBeVisible()
    expect(screen.getByText(/No longer in the shop/)).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Go to checkout' })).not.toBeInTheDocument()
  })

  it('counts every press of "one more", and leaves the focus on it', async () => {
    let inCart = lamp.quantity
    const requests = fakeApi({
      'GET /api/v1/cart': () => json(cartOf({ ...lamp, quantity: inCart })),
      'PUT /api/v1/cart/items/lamp': async (request) => {
        inCart = ((await request.json()) as { quantity: number }).quantity
        return json(cartOf({ ...lamp, quantity: inCart }))
      },
    })
    await renderAt('/cart', <CartPage />)
    const more = await screen.findByRole('button', { name: 'One more' })

    act(() => more.focus())
    for (let press = 0; press < 3; press++) fireEvent.click(more)

    expect(screen.getByText('5', { selector: 'output' })).toBeVisible()
    await waitFor(() => expect(requests.map(({ method }) => method)).toEqual(['GET', 'PUT', 'PUT', 'PUT', 'GET']))
    expect(inCart).toBe(5)
    expect(more).toHaveFocus()
    await waitFor(() => expect(more).toHaveAttribute('aria-disabled', 'true'))
    expect(more).not.toBeDisabled()
    expect(screen.getByText('5', { selector: 'output' })).toBeVisible()
  })

  it('has the focus on the page when the line that had it is gone', async () => {
    let items = [lamp]
    fakeApi({
      'GET /api/v1/cart': () => json(cartOf(...items)),
      'DELETE /api/v1/cart/items/lamp': () => {
        items = []
        return new Response(null, { status: 204 })
      },
    })
    await renderAt('/cart', <main id={MAIN_ID} tabIndex={-1}><CartPage /></main>)

    await userEvent.click(await screen.findByRole('button', { name: /^Remove/ }))

    expect(await screen.findByText('Your cart is empty')).toBeVisible()
    expect(screen.getByRole('main')).toHaveFocus()
  })

  describe('whose quantity is typed in', () => {
    async function whenTyping(keys: string, line = lamp) {
      const requests = fakeApi({
        'GET /api/v1/cart': () => json(cartOf(line)),
        'PUT /api/v1/cart/items/lamp': async (request) => json(cartOf({ ...lamp, quantity: ((await request.clone().json()) as CartLine).quantity })),
      })
      await renderAt('/cart', <><CartPage /><Toaster /></>)
      const field = await screen.findByRole('textbox', { name: 'Quantity of Lamp' })
      await userEvent.click(field)
      await userEvent.keyboard(keys)
      const sent = requests.filter(({ method }) => method === 'PUT').map((request) => request.json() as Promise<unknown>)
      return { field, sent: await Promise.all(sent) }
    }

    it.each([
      ['with Enter', '4{Enter}', 4],
      ['by leaving the field', '4{Tab}', 4],
      ['never more than there is', '9{Enter}', 5],
      ['never less than one', '0{Enter}', 1],
    ])('sets it %s', async (_, keys, quantity) => {
      const { sent } = await whenTyping(keys)

      expect(sent).toEqual([{ quantity }])
    })

    it('says when there is not as much', async () => {
      await whenTyping('9{Enter}')

      expect(await screen.findByText('You can have at most 5.')).toBeVisible()
    })

    it.each(['4{Escape}{Tab}', 'x{Enter}', '{Backspace}{Enter}', '2{Enter}'])('leaves it alone after %s', async (keys) => {
      const { field, sent } = await whenTyping(keys)

      expect(sent).toEqual([])
      expect(field).toHaveValue('2')
    })
  })

  describe('that is changed', () => {
    it('shows what it will be before the server has answered', async () => {
      fakeApi({ 'GET /api/v1/cart': () => json(cartOf(lamp)), 'PUT /api/v1/cart/items/lamp': () => new Promise(() => undefined) })
      await renderAt('/cart', <CartPage />)

      await userEvent.click(await screen.findByRole('button', { name: 'One more' }))

      await waitFor(() => expect(screen.getAllByText('€60.00')).toHaveLength(2))
      expect(screen.getByText('3 items')).toBeVisible()
    })

    it('goes back to what it was, and says so, when that fails', async () => {
      let fail: (answer: Response) => void = () => undefined
      fakeApi({ 'GET /api/v1/cart': () => json(cartOf(lamp)), 'PUT /api/v1/cart/items/lamp': () => new Promise((resolve) => (fail = resolve)) })
      await renderAt('/cart', <><CartPage /><Toaster /></>)
      await userEvent.click(await screen.findByRole('button', { name: 'One more' }))
      await waitFor(() => expect(screen.getAllByText('€60.00')).toHaveLength(2))

      act(() => fail(problem(503, 'cart-unavailable')))

      expect(await screen.findByText(/Your cart is safe/)).toBeVisible()
      await waitFor(() => expect(screen.getAllByText('€40.00')).toHaveLength(2))
      expect(screen.getByRole('textbox')).toHaveValue('2')
    })

    it('keeps the changes that the server has made when a later one fails', async () => {
      const answers = [json(cartOf({ ...lamp, quantity: 3, lineTotal: euros('60.00') })), problem(503, 'cart-unavailable')]
      let reads = 0
      fakeApi({
        'GET /api/v1/cart': () => (reads++ === 0 ? json(cartOf(lamp)) : problem(503, 'cart-unavailable')),
        'PUT /api/v1/cart/items/lamp': () => answers.shift()!,
      })
      await renderAt('/cart', <CartPage />)
      const more = await screen.findByRole('button', { name: 'One more' })

      fireEvent.click(more)
      fireEvent.click(more)

      await waitFor(() => expect(reads).toBe(2))
      await waitFor(() => expect(screen.getByRole('textbox')).toHaveValue('3'))
    })
  })

  describe('a line of which is removed', () => {
    const vase: CartLine = { ...lamp, productId: 'vase', name: 'Vase', quantity: 1, lineTotal: euros('20.00') }
    let items: CartLine[]
    let requests: Request[]

    beforeEach(() => {
      items = [lamp, vase]
      requests = fakeApi({
        'GET /api/v1/cart': () => json(cartOf(...items)),
        'DELETE /api/v1/cart/items/lamp': () => {
          items = [vase]
          return json(cartOf(...items))
        },
        'PUT /api/v1/cart/items/lamp': () => {
          items = [lamp, vase]
          return json(cartOf(...items))
        },
      })
    })

    it('has it back, with as many as it had, for who undoes that by keyboard', async () => {
      await renderAt('/cart', <><Toaster /><main id={MAIN_ID} tabIndex={-1}><CartPage /></main></>)
      await userEvent.click(await screen.findByRole('button', { name: 'Remove Lamp' }))
      const undo = await screen.findByRole('button', { name: 'Undo' })
      expect(undo.closest('[aria-live=polite]')).toHaveTextContent('Lamp is out of your cart.')
      expect(screen.queryByRole('link', { name: 'Lamp' })).not.toBeInTheDocument()
      await waitFor(() => expect(requests.some(({ method }) => method === 'DELETE')).toBe(true))

      await userEvent.keyboard('{Shift>}{Tab}{Tab}{/Shift}')
      expect(undo).toHaveFocus()
      await userEvent.keyboard('{Enter}')

      expect(await screen.findByText('Lamp is back in your cart.')).toBeVisible()
      expect(screen.getByRole('link', { name: 'Lamp' })).toBeVisible()
      await expect(requests.find(({ method }) => method === 'PUT')?.json()).resolves.toEqual({ quantity: 2 })
    })

    it('has it back at its place where the server refuses', async () => {
      const answer = globalThis.fetch
      vi.stubGlobal('fetch', (request: Request, init: RequestInit) =>
        request.method === 'DELETE' ? Promise.resolve(problem(503, 'cart-unavailable')) : answer(request, init),
      )
      await renderAt('/cart', <><CartPage /><Toaster /></>)

      await userEvent.click(await screen.findByRole('button', { name: 'Remove Lamp' }))

      expect(await screen.findByText(/Your cart is safe/)).toBeVisible()
      expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
      const names = await screen.findAllByRole('link', { name: /Lamp|Vase/ })
      expect(names.map(({ textContent }) => textContent)).toEqual(['Lamp', 'Vase'])
    })
  })

  it('takes what is left of a short line', async () => {
    const requests = fakeApi({
      'GET /api/v1/cart': () => json(cartOf({ ...lamp, quantity: 9, problem: 'short' })),
      'PUT /api/v1/cart/items/lamp': () => json(cartOf({ ...lamp, quantity: 5 })),
    })
    await renderAt('/cart', <CartPage />)

    await userEvent.click(await screen.findByRole('button', { name: 'Take 5' }))

    await waitFor(() => expect(requests[1]?.method).toBe('PUT'))
    await expect(requests[1]?.json()).resolves.toEqual({ quantity: 5 })
  })

  it('says what went wrong, with a way to try again and a reference', async () => {
    let broken = true
    fakeApi({ 'GET /api/v1/cart': () => (broken ? problem(503, 'upstream-unavailable') : json(cartOf(lamp))) })
    await renderAt('/cart', <CartPage />)

    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('req-1')
    broken = false
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))

    expect(await screen.findByRole('link', { name: 'Lamp' })).toBeVisible()
  })
})
