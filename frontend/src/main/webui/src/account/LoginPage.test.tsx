import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { afterEach, describe, expect, it } from 'vitest'
import { session } from '../api/session'
import { fakeApi, json, problem } from '../test/fakeApi'
import { renderAt } from '../test/render'
import LoginPage from './LoginPage'

const shop = (
  <Routes>
    <Route path="/login" element={<LoginPage />} />
    <Route path="/products/lamp" element={<p>Lamp page</p>} />
  </Routes>
)

async function whenLoggingIn() {
  await userEvent.type(screen.getByLabelText('Email address'), 'ada@example.org')
  await userEvent.type(screen.getByLabelText('Password'), 'a long sentence is best')
  await userEvent.click(screen.getByRole('button', { name: 'Log in' }))
}

describe('login page', () => {
  afterEach(() => session.end())

  it('goes back to where the login was asked for', async () => {
    fakeApi({ 'POST /api/v1/auth/login': () => json({ accessToken: 'token', tokenType: 'Bearer', expiresIn: 900 }) })
    await renderAt('/login?return=%2Fproducts%2Flamp', shop)

    await whenLoggingIn()

    expect(await screen.findByText('Lamp page')).toBeVisible()
  })

  it('says on the way to the checkout that the cart comes along', async () => {
    await renderAt('/login?return=%2Fcheckout', shop)

    expect(screen.getByText('Log in to order. What you chose comes along.')).toBeVisible()
  })

  it('says when email or password is wrong', async () => {
    fakeApi({ 'POST /api/v1/auth/login': () => problem(401, 'invalid-credentials') })
    await renderAt('/login', shop)

    await whenLoggingIn()

    expect(await screen.findByRole('alert')).toHaveTextContent('Email address or password is not right.')
    expect(session.current()).toBeNull()
    expect(screen.getByRole('alert').parentElement).toHaveFocus()
  })
})
