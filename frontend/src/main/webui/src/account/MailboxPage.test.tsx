import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fakeApi, json } from '../test/fakeApi'
import { renderAt } from '../test/render'
import MailboxPage from './MailboxPage'

const mail = {
  id: '1',
  to: 'ada@example.org',
  subject: 'A new password',
  text: 'Hello,\n\nhttp://localhost:3000/reset-password#token=abc\n\nCloudShop',
  receivedAt: '2026-11-28T12:00:00Z',
}

const withMailbox = (mailbox: boolean) => ({ 'GET /config.json': () => json({ apiBaseUrl: '', mailbox }) })

describe('mailbox', () => {
  it('shows mail with links that can be followed', async () => {
    fakeApi({ ...withMailbox(true), 'GET /api/v1/auth/mailbox': () => json({ items: [mail], page: 0, size: 20, total: 1 }) })

    await renderAt('/mailbox', <MailboxPage />)

    expect(await screen.findByRole('heading', { name: 'A new password' })).toBeVisible()
    expect(screen.getByText(/To ada@example.org/)).toBeVisible()
    expect(screen.getByRole('link')).toHaveAttribute('href', 'http://localhost:3000/reset-password#token=abc')
  })

  it('says when there is none', async () => {
    fakeApi({ ...withMailbox(true), 'GET /api/v1/auth/mailbox': () => json({ items: [], page: 0, size: 20, total: 0 }) })

    await renderAt('/mailbox', <MailboxPage />)

    expect(await screen.findByText('No mail yet')).toBeVisible()
  })

  it('is no page of a shop that sends its mail', async () => {
    const requests = fakeApi(withMailbox(false))

    await renderAt('/mailbox', <MailboxPage />)

    expect(await screen.findByText('This page drifted away')).toBeVisible()
    expect(requests).toHaveLength(1)
  })
})
