import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { fakeApi, json, problem } from '../test/fakeApi'
import { renderAt } from '../test/render'
import ForgotPasswordPage from './ForgotPasswordPage'

const REQUESTS = 'POST /api/v1/auth/password-reset-requests'

async function whenAskingFor(email: string) {
  await renderAt('/forgot-password', <ForgotPasswordPage />)
  await userEvent.type(screen.getByLabelText('Email address'), email)
  await userEvent.click(screen.getByRole('button', { name: 'Send me a link' }))
}

describe('page for a forgotten password', () => {
  it('says the same whether or not there is an account, and leads to the mailbox where there is one', async () => {
    const requests = fakeApi({
      [REQUESTS]: () => json({ expiresIn: 1800 }, 202),
      'GET /config.json': () => json({ apiBaseUrl: '', mailbox: true }),
    })

    await whenAskingFor(' ada@example.org ')

    expect(await screen.findByText(/If there is an account with this address.*30 minutes/)).toBeVisible()
    expect(screen.getByRole('status').parentElement).toHaveFocus()
    expect(await screen.findByRole('link', { name: 'see what it would have sent' })).toHaveAttribute('href', '/mailbox')
    await expect(requests[0]?.json()).resolves.toEqual({ email: 'ada@example.org' })
  })

  it('names no mailbox where mail is sent', async () => {
    const requests = fakeApi({
      [REQUESTS]: () => json({ expiresIn: 60 }, 202),
      'GET /config.json': () => json({ apiBaseUrl: '', mailbox: false }),
    })

    await whenAskingFor('ada@example.org')

    expect(await screen.findByText(/good for 1 minute;/)).toBeVisible()
    await expect.poll(() => requests.length).toBe(2)
    expect(screen.queryByRole('link', { name: 'see what it would have sent' })).toBeNull()
  })

  it('asks for an address that can be one before it asks the shop', async () => {
    const requests = fakeApi({})

    await whenAskingFor('ada')

    expect(screen.getByText('This does not look like an email address.')).toBeVisible()
    expect(screen.getByLabelText('Email address')).toHaveFocus()
    expect(requests).toEqual([])
  })

  it('says that a shop has no mail server', async () => {
    fakeApi({ [REQUESTS]: () => problem(503, 'no-mail') })

    await whenAskingFor('ada@example.org')

    expect(await screen.findByRole('alert')).toHaveTextContent('This shop sends no mail')
  })
})
