import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { session } from '../api/session'
import type { Cart, CartLine } from '../api/types'
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

  it('asks a guest to log in', async () => {
    session.end()

    await renderAt('/cart', <CartPage />)

    expect(screen.getByRole('link', { name: 'Log in' })).toHaveAttribute('href', '/login?return=%2Fcart')
  })

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
