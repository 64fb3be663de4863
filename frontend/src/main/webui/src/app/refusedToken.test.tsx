import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import LoginPage from '../account/LoginPage'
import { session } from '../api/session'
import { guestLines } from '../cart/guestLines'
import ProductPage from '../catalogue/ProductPage'
import OrdersPage from '../orders/OrdersPage'
import { euros, fakeApi, json, problem } from '../test/fakeApi'
import { renderAt } from '../test/render'
import { tokenOf } from '../test/tokenOf'
import { Header } from './Header'
import { RequireSession } from './RequireSession'

const LAMP = '0190aaaa-0000-7000-8000-00000000000a'
const lamp = { id: LAMP, sku: 'LMP-1', name: 'Lamp', description: '', category: 'Lighting', price: euros('20.00'), stock: 9 }

const shop = (
  <>
    <Header />
    <Routes>
      <Route path="/products/:id" element={<ProductPage />} />
      <Route path="/login" element={<LoginPage />} />
      <Route element={<RequireSession />}>
        <Route path="/orders" element={<OrdersPage />} />
      </Route>
    </Routes>
  </>
)

let accepted: boolean

/** A server that accepts the token no longer, not even for what is public. */
function givenServer(): Request[] {
  const ifAccepted = (answer: object) => () => (accepted ? json(answer) : problem(401, 'unauthorized'))
  return fakeApi({
    'GET /api/v1/cart': ifAccepted({ items: [], total: euros('0.00'), version: 'v1' }),
    'GET /api/v1/orders': ifAccepted({ items: [], nextCursor: null }),
    'POST /api/v1/auth/refresh': () => problem(401, 'refresh-refused'),
    'GET /api/v1/products': () => json({ items: [], total: 0 }),
    [`GET /api/v1/products/${LAMP}`]: ({ headers }) => (accepted || !headers.has('Authorization') ? json(lamp) : problem(401, 'unauthorized')),
  })
}

describe('a token that is refused', () => {
  beforeEach(() => {
    document.documentElement.dataset['theme'] = 'light'
    session.begin(tokenOf('ada'), 900)
    accepted = false
    givenServer()
  })
  afterEach(() => session.end())

  it('locks nobody out of what is public', async () => {
    await renderAt(`/products/${LAMP}`, shop)

    expect(await screen.findByRole('heading', { name: 'Lamp' })).toBeVisible()
    await waitFor(() => expect(session.current()).toBeNull())
    expect(screen.queryByLabelText('Password')).not.toBeInTheDocument()
  })

  it('leads to the login where the page is the customer’s own', async () => {
    await renderAt('/orders', shop)

    expect(await screen.findByText(/Your session has ended/)).toBeVisible()
  })

  it('keeps in the cart of a guest what is put into it then', async () => {
    accepted = true
    await renderAt(`/products/${LAMP}`, shop)
    const add = await screen.findByRole('button', { name: 'Add to cart' })
    accepted = false

    await userEvent.click(add)

    expect(await screen.findByRole('link', { name: 'Cart, 1 item' })).toBeVisible()
    expect(session.standing()).toBe('lapsed')
    expect(guestLines.read()).toEqual([{ productId: LAMP, quantity: 1 }])
  })
})
