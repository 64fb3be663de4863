import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { session } from '../api/session'
import { Toaster } from '../design/Toaster'
import { fakeApi, problem } from '../test/fakeApi'
import { renderAt } from '../test/render'
import { tokenOf } from '../test/tokenOf'
import { DeleteAccount } from './DeleteAccount'

const gone = () => new Response(null, { status: 204 })

function givenAnswer(answer: () => Response): Request[] {
  return fakeApi({ 'DELETE /api/v1/auth/me': answer, 'POST /api/v1/auth/logout': gone })
}

const open = () =>
  renderAt(
    '/account',
    <>
      <Toaster />
      <Routes>
        <Route path="/account" element={<DeleteAccount />} />
        <Route path="/" element={<p>Home</p>} />
      </Routes>
    </>,
  )

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const deletionsAmong = (requests: Request[]) => requests.filter(({ method }) => method === 'DELETE')

describe('deletion of the account', () => {
  beforeEach(() => void session.begin(tokenOf('ada'), 900))
  afterEach(() => session.end())

  it('happens once it is confirmed with the password, and ends the session', async () => {
    const requests = givenAnswer(gone)
    await open()
    await press('Delete my account')
    expect(screen.getByLabelText('Password')).toHaveFocus()
    await userEvent.type(screen.getByLabelText('Password'), 'a lamp and a chair')

    await press('Delete it for good')

    expect(await screen.findByText('Home')).toBeVisible()
    expect(await screen.findByText('Your account is deleted.')).toBeVisible()
    await waitFor(() => expect(session.isAlive()).toBe(false))
    expect(await deletionsAmong(requests)[0]!.json()).toEqual({ currentPassword: 'a lamp and a chair' })
  })

  it('does not happen without a password, or for who keeps the account', async () => {
    const requests = givenAnswer(gone)
    await open()
    await press('Delete my account')

    await press('Delete it for good')
    expect(screen.getByLabelText('Password')).toHaveFocus()
    await press('Keep my account')

    expect(screen.queryByLabelText('Password')).not.toBeInTheDocument()
    expect(deletionsAmong(requests)).toEqual([])
  })

  it('asks again where the password is wrong', async () => {
    givenAnswer(() => problem(422, 'invalid', { violations: [{ field: 'currentPassword', message: 'is not your current password' }] }))
    await open()
    await press('Delete my account')
    await userEvent.type(screen.getByLabelText('Password'), 'a guess')

    await press('Delete it for good')

    expect(await screen.findByText('This is not your current password.')).toBeVisible()
    expect(screen.getByLabelText('Password')).toHaveFocus()
    expect(session.isAlive()).toBe(true)
  })

  it('is not for the last administrator', async () => {
    givenAnswer(() => problem(409, 'last-admin'))
    await open()
    await press('Delete my account')
    await userEvent.type(screen.getByLabelText('Password'), 'a lamp and a chair')

    await press('Delete it for good')

    expect(await screen.findByText('The shop needs at least one administrator.')).toBeVisible()
  })
})
