import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import LoginPage from '../account/LoginPage'
import { session } from '../api/session'
import { Header } from '../app/Header'
import { DrawerPlace } from '../app/DrawerPlace'
import { createQueryClient } from '../app/queryClient'
import { RequireSession } from '../app/RequireSession'
import { useOtherTabs } from '../app/useOtherTabs'
import { AddToCart } from '../catalogue/AddToCart'
import CheckoutPage from '../checkout/CheckoutPage'
import { MAIN_ID } from '../design/focus'
import { Toaster } from '../design/Toaster'
import { json, problem } from '../test/fakeApi'
import { FakeCart, LAMP, productId, productOf, VASE } from '../test/fakeCart'
import { renderAt } from '../test/render'
import { tokenOf } from '../test/tokenOf'
import CartPage from './CartPage'
import { drawer } from './drawer'
import { guestLines } from './guestLines'

/** What another tab has to tell. */
const otherTab = new BroadcastChannel('cloudshop')

function Shop() {
  useOtherTabs()
  return (
    <>
      <Header />
      <Toaster />
      <main id={MAIN_ID} tabIndex={-1}>
        <Routes>
          <Route path="/" element={<AddToCart product={productOf(LAMP, 'Lamp', 9)} categoryPath="/products" />} />
          <Route path="/cart" element={<CartPage />} />
          <Route path="/login" element={<LoginPage />} />
          <Route element={<RequireSession />}>
            <Route path="/checkout" element={<CheckoutPage />} />
          </Route>
        </Routes>
      </main>
      <DrawerPlace />
    </>
  )
}

const enter = (path: string) => renderAt(path, <Shop />, createQueryClient())

describe('the cart of a guest', () => {
  let server: FakeCart

  beforeEach(() => {
    document.documentElement.dataset['theme'] = 'light'
    server = new FakeCart({ 'POST /api/v1/auth/login': () => json({ accessToken: tokenOf('ada'), tokenType: 'Bearer', expiresIn: 900 }) })
  })
  afterEach(() => act(() => session.end()))

  it('takes what is added, and shows it beside the page', async () => {
    await enter('/')
    expect(await screen.findByRole('link', { name: 'Cart, 0 items' })).toBeVisible()

    await userEvent.click(screen.getByRole('button', { name: 'Add to cart' }))

    expect(await screen.findByRole('dialog', { name: 'Your cart' })).toHaveAccessibleDescription('Lamp is in your cart.')
    expect(screen.getByRole('link', { name: 'Go to checkout' })).toHaveAttribute('href', '/checkout')
    expect(screen.getByRole('link', { name: 'Cart, 1 item' })).toBeVisible()
    expect(guestLines.read()).toEqual([{ productId: LAMP, quantity: 1 }])
    act(() => drawer.close())
  })

  it('asks the server for nothing while it is empty, and shows the way in', async () => {
    await enter('/cart')

    expect(await screen.findByRole('heading', { name: 'Your cart is empty' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Log in' })).toHaveAttribute('href', '/login?return=%2Fcart')
    expect(server.requests).toEqual([])
  })

  it('shows names, prices and stock of now, read at once', async () => {
    guestLines.write([{ productId: LAMP, quantity: 2 }, { productId: VASE, quantity: 4 }, { productId: productId(7), quantity: 1 }])

    await enter('/cart')

    expect(await screen.findByRole('link', { name: 'Lamp' })).toHaveAttribute('href', `/products/${LAMP}`)
    expect(screen.getByText('€120.00')).toBeVisible()
    expect(screen.getByText(/Only 3 left/)).toBeVisible()
    expect(screen.getByText(/No longer in the shop/)).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Go to checkout' })).not.toBeInTheDocument()
    expect(server.requests).toHaveLength(1)
  })

  it('is read in two parts where its address would be too long for one', async () => {
    const lines = Array.from({ length: 60 }, (_, serial) => ({ productId: productId(serial), quantity: 1 }))
    lines.forEach((line) => server.products.set(line.productId, productOf(line.productId, 'One of many', 9)))
    guestLines.write(lines)

    await enter('/')

    expect(await screen.findByRole('link', { name: 'Cart, 60 items' })).toBeVisible()
    expect(server.requests).toHaveLength(2)
  })

  it('says what went wrong when the products cannot be read', async () => {
    server = new FakeCart({ 'GET /api/v1/products': () => problem(400, 'malformed') })
    guestLines.write([{ productId: LAMP, quantity: 2 }])

    await enter('/cart')

    expect(await screen.findByRole('alert')).toBeVisible()
  })

  it('is counted in the currency of the shop', async () => {
    const vase = productOf(VASE, 'Vase', 9)
    server.products.set(VASE, { ...vase, price: { amount: '500', currency: 'JPY' } })
    guestLines.write([{ productId: VASE, quantity: 3 }])

    await enter('/cart')

    expect(await screen.findAllByText('¥1,500')).toHaveLength(2)
  })

  it('keeps a quantity that is changed', async () => {
    guestLines.write([{ productId: LAMP, quantity: 2 }])
    await enter('/cart')

    await userEvent.click(await screen.findByRole('button', { name: 'One more' }))

    expect(await screen.findByRole('link', { name: 'Cart, 3 items' })).toBeVisible()
    await waitFor(() => expect(guestLines.read()).toEqual([{ productId: LAMP, quantity: 3 }]))
  })

  it('loses a line that is removed, and has it back', async () => {
    guestLines.write([{ productId: LAMP, quantity: 2 }])
    await enter('/cart')

    await userEvent.click(await screen.findByRole('button', { name: 'Remove Lamp' }))
    expect(await screen.findByText('Your cart is empty')).toBeVisible()
    await waitFor(() => expect(guestLines.read()).toEqual([]))
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))

    expect(await screen.findByRole('link', { name: 'Lamp' })).toBeVisible()
    await waitFor(() => expect(guestLines.read()).toEqual([{ productId: LAMP, quantity: 2 }]))
  })

  it('has a hundred lines at most', async () => {
    guestLines.write(Array.from({ length: 100 }, (_, serial) => ({ productId: productId(1000 + serial), quantity: 1 })))
    await enter('/')

    await userEvent.click(screen.getByRole('button', { name: 'Add to cart' }))

    expect(await screen.findByText(/Your cart is full/)).toBeVisible()
    expect(guestLines.read()).toHaveLength(100)
  })

  it('shows what another tab has put into it', async () => {
    await enter('/')
    expect(await screen.findByRole('link', { name: 'Cart, 0 items' })).toBeVisible()

    guestLines.write([{ productId: LAMP, quantity: 2 }])
    otherTab.postMessage({ kind: 'changed' })

    expect(await screen.findByRole('link', { name: 'Cart, 2 items' })).toBeVisible()
  })

  it('is the customer’s at the checkout, which a login stands before', async () => {
    guestLines.write([{ productId: LAMP, quantity: 2 }])
    server.quantities.set(LAMP, 1)
    await enter('/cart')
    await userEvent.click(await screen.findByRole('link', { name: 'Go to checkout' }))
    expect(await screen.findByText('Log in to order. What you chose comes along.')).toBeVisible()

    await userEvent.type(screen.getByLabelText('Email address'), 'ada@example.org')
    await userEvent.type(screen.getByLabelText('Password'), 'a long sentence is best')
    await userEvent.click(screen.getByRole('button', { name: 'Log in' }))

    expect(await screen.findByRole('heading', { name: 'Checkout' })).toBeVisible()
    expect(await screen.findByRole('link', { name: 'Cart, 3 items' })).toBeVisible()
    expect(await server.said(LAMP)).toEqual([3])
    expect(guestLines.read()).toEqual([])
  })

  it('has nothing of the customer’s after a logout', async () => {
    session.begin(tokenOf('ada'), 900)
    server.quantities.set(LAMP, 2)
    await enter('/')
    expect(await screen.findByRole('link', { name: 'Cart, 2 items' })).toBeVisible()
    // As a merge that failed has left it.
    guestLines.write([{ productId: VASE, quantity: 1 }])

    await userEvent.click(screen.getByRole('button', { name: 'Account' }))
    await userEvent.click(screen.getByRole('button', { name: 'Log out' }))

    expect(await screen.findByRole('link', { name: 'Cart, 0 items' })).toBeVisible()
    expect(localStorage.getItem('cloudshop.guestCart')).toBeNull()
  })
})
