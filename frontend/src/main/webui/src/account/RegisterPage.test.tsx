import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { fakeApi, problem } from '../test/fakeApi'
import { renderAt } from '../test/render'
import RegisterPage from './RegisterPage'

async function whenRegistering() {
  await userEvent.type(screen.getByLabelText('Your name'), 'Ada')
  await userEvent.type(screen.getByLabelText('Email address'), 'ada@example.org')
  await userEvent.type(screen.getByLabelText('Password'), 'a long sentence is best')
  await userEvent.click(screen.getByRole('button', { name: 'Create account' }))
}

describe('register page', () => {
  it('has the focus on the first field that is not filled in', async () => {
    await renderAt('/register', <RegisterPage />)

    await userEvent.click(screen.getByRole('button', { name: 'Create account' }))

    expect(screen.getByLabelText('Your name')).toHaveFocus()
  })

  it('has the focus on the field that the shop refuses', async () => {
    fakeApi({ 'POST /api/v1/auth/register': () => problem(409, 'email-taken') })
    await renderAt('/register', <RegisterPage />)

    await whenRegistering()

    expect(await screen.findByText(/already an account/)).toBeVisible()
    expect(screen.getByLabelText('Email address')).toHaveFocus()
  })
})
