import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { afterEach, describe, expect, it } from 'vitest'
import { session } from '../api/session'
import { rememberAddition } from '../cart/pendingAddition'
import { PendingAddition } from '../cart/PendingAddition'
import { fakeApi, json, problem } from '../test/fakeApi'
import { renderAt } from '../test/render'
import LoginPage from './LoginPage'

const shop = (
  <>
    <Routes>
      <Route path="/login" element={<LoginPage />} />
      <Route path="/products/lamp" element={<p>Lamp page</p>} />
    </Routes>
    <PendingAddition />
  </>
)

async function whenLoggingIn() {
  await userEvent.type(screen.getByLabelText('Email address'), 'ada@example.org')
  await userEvent.type(screen.getByLabelText('Password'), 'a long sentence is best')
  await userEvent.click(screen.getByRole('button', { name: 'Log in' }))
}

describe('login page', () => {
  afterEach(() => session.end())

  it('goes back to where the login was asked for, and puts into the cart what was chosen before it', async () => {
    rememberAddition({ productId: 'lamp', name: 'Lamp', quantity: 2 })
    const requests = fakeApi({
      'POST /api/v1/auth/login': () => json({ accessToken: 'token', tokenType: 'Bearer', expiresIn: 900 }),
      'GET /api/v1/cart': () => json({ items: [{ productId: 'lamp', quantity: 1, available: 9 }], total: { amount: '0.00', currency: 'EUR' } }),
      'PUT /api/v1/cart/items/lamp': () => json({ items: [] }),
    })
    await renderAt('/login?return=%2Fproducts%2Flamp', shop)

    await whenLoggingIn()

    expect(await screen.findByText('Lamp page')).toBeVisible()
    await waitFor(() => expect(requests.some(({ method }) => method === 'PUT')).toBe(true))
    const additions = requests.filter(({ method }) => method === 'PUT')
    expect(additions).toHaveLength(1)
    await expect(additions[0]?.json()).resolves.toEqual({ quantity: 3 })
  })

  it('says when email or password is wrong', async () => {
    fakeApi({ 'POST /api/v1/auth/login': () => problem(401, 'invalid-credentials') })
    await renderAt('/login', shop)

    await whenLoggingIn()

    expect(await screen.findByRole('alert')).toHaveTextContent('Email address or password is not right.')
    expect(session.current()).toBeNull()
  })
})
