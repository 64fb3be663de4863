import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { session } from '../api/session'
import { AccountMenu } from '../app/AccountMenu'
import { en } from '../app/i18n/en'
import { enFirst } from '../app/i18n/en.first'
import { fr } from '../app/i18n/fr'
import { frFirst } from '../app/i18n/fr.first'
import { Pages } from '../app/Pages'
import { useArrival } from '../app/useArrival'
import { MAIN_ID } from '../design/focus'
import { translation } from '../design/translation'
import { fakeApi, json } from '../test/fakeApi'
import { renderAt } from '../test/render'
import { tokenOf } from '../test/tokenOf'
import { staffEn } from './messages/en'
import { staffFr } from './messages/fr'

const NONE = { 'GET /api/v1/admin/orders': () => json({ items: [] }) }

function keysOf(messages: object, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) => (typeof value === 'object' ? keysOf(value as object, `${prefix}${key}.`) : [prefix + key]))
}

/** As the shop's frame does on each new page. */
function Shop() {
  useArrival()
  return (
    <main id={MAIN_ID} tabIndex={-1}>
      <Pages />
    </main>
  )
}

describe('back office', () => {
  afterEach(() => act(() => session.end()))

  it('is there for staff, who find it in their menu', async () => {
    fakeApi(NONE)
    session.begin(tokenOf('root', 'customer', 'admin'), 900)
    await renderAt('/admin/orders', <><AccountMenu /><Pages /></>)

    expect(await screen.findByRole('navigation', { name: 'Back office' })).toBeVisible()
    expect(await screen.findByRole('heading', { name: 'Orders', level: 1 })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Account' }))
    expect(screen.getByRole('link', { name: 'Back office' })).toHaveAttribute('href', '/admin')
  })

  it('is not there for customers, nor a way to it', async () => {
    const requests = fakeApi(NONE)
    session.begin(tokenOf('ada', 'customer'), 900)
    await renderAt('/admin/orders', <><AccountMenu /><Pages /></>)

    expect(await screen.findByText('This page drifted away')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Account' }))
    expect(screen.queryByRole('link', { name: 'Back office' })).not.toBeInTheDocument()
    expect(requests).toEqual([])
  })

  it('has its words in the language that is chosen while it is open', async () => {
    fakeApi(NONE)
    session.begin(tokenOf('root', 'admin'), 900)
    await renderAt('/admin/orders', <Pages />)
    await screen.findByRole('heading', { name: 'Orders', level: 1 })

    act(() => translation.show('fr', frFirst, fr))
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Commandes')
    act(() => translation.show('en', enFirst, en))
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Orders')
  })

  it('puts the focus behind its ways, where a page has been come to', async () => {
    fakeApi(NONE)
    session.begin(tokenOf('root', 'admin'), 900)
    vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
    await renderAt('/admin/nowhere', <Shop />)
    await screen.findByText('This page drifted away')

    await userEvent.click(screen.getByRole('link', { name: 'Audit trail' }))

    const title = await screen.findByRole('heading', { name: 'Audit trail' })
    await waitFor(() => expect(document.activeElement).not.toContainElement(screen.getByRole('navigation')))
    expect(document.activeElement).toContainElement(title)
  })

  it('says in French everything it says in English', () => {
    expect(keysOf(staffFr)).toEqual(keysOf(staffEn))
  })
})
