import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes, useLocation } from 'react-router'
import { afterEach, describe, expect, it } from 'vitest'
import { session } from '../api/session'
import { fakeApi, problem } from '../test/fakeApi'
import { renderAt } from '../test/render'
import ResetPasswordPage from './ResetPasswordPage'

const RESETS = 'POST /api/v1/auth/password-resets'
const PASSWORD = 'two lamps, no chair, one table'

function Address() {
  const { pathname, hash } = useLocation()
  return <output>{pathname + hash}</output>
}

const shop = (
  <>
    <Address />
    <Routes>
      <Route path="/reset-password" element={<ResetPasswordPage />} />
      <Route path="/login" element={<p>Login page</p>} />
    </Routes>
  </>
)

async function whenChoosing(password: string) {
  await renderAt('/reset-password#token=abc', shop)
  await userEvent.type(screen.getByLabelText('New password'), password)
  await userEvent.click(screen.getByRole('button', { name: 'Set new password' }))
}

describe('page of a link', () => {
  afterEach(() => session.end())

  it('takes the token out of the address, sets the password, and leads to the login', async () => {
    const requests = fakeApi({ [RESETS]: () => new Response(null, { status: 204 }) })
    await renderAt('/reset-password#token=abc', shop)
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(/^\/reset-password$/))

    await userEvent.type(screen.getByLabelText('New password'), PASSWORD)
    await userEvent.click(screen.getByRole('button', { name: 'Set new password' }))

    expect(await screen.findByText('Login page')).toBeVisible()
    await expect(requests[0]?.json()).resolves.toEqual({ token: 'abc', newPassword: PASSWORD })
  })

  it('ends the session of this browser, which may be the same customer’s', async () => {
    session.begin('token', 900)
    fakeApi({ [RESETS]: () => new Response(null, { status: 204 }), 'POST /api/v1/auth/logout': () => new Response(null, { status: 204 }) })

    await whenChoosing(PASSWORD)

    expect(await screen.findByText('Login page')).toBeVisible()
    expect(session.current()).toBeNull()
  })

  it('asks for another link where this one is no longer good', async () => {
    fakeApi({ [RESETS]: () => problem(422, 'reset-refused') })

    await whenChoosing(PASSWORD)

    expect(await screen.findByRole('alert')).toHaveTextContent('This link is no longer good')
    expect(screen.getAllByRole('link', { name: 'Ask for another link' })[0]).toHaveAttribute('href', '/forgot-password')
  })

  it('says at the field what is wrong with a password', async () => {
    const requests = fakeApi({
      [RESETS]: () => problem(422, 'invalid', { violations: [{ field: 'newPassword', message: 'is one of the passwords that are tried first' }] }),
    })
    await whenChoosing('short')
    expect(screen.getByText('Please use at least 12 characters.')).toBeVisible()
    expect(requests).toEqual([])

    await userEvent.type(screen.getByLabelText('New password'), ' and long enough')
    await userEvent.click(screen.getByRole('button', { name: 'Set new password' }))

    expect(await screen.findByText('This password is not accepted. Please choose another one.')).toBeVisible()
    expect(screen.getByLabelText('New password')).toHaveFocus()
  })

  it('says when the link is not whole', async () => {
    await renderAt('/reset-password', shop)

    expect(screen.getByRole('alert')).toHaveTextContent('The link is not whole.')
    expect(screen.queryByLabelText('New password')).toBeNull()
  })
})
