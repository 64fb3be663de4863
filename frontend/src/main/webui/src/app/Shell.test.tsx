import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { QueryClientProvider } from '@tanstack/react-query'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { session } from '../api/session'
import { drawer } from '../cart/drawer'
import { MINE } from '../api/useSession'
import { drafts } from '../checkout/draft'
import { translation } from '../design/translation'
import { euros, fakeApi, json } from '../test/fakeApi'
import { tokenOf } from '../test/tokenOf'
import { en } from './i18n/en'
import { enFirst } from './i18n/en.first'
import { fr } from './i18n/fr'
import { frFirst } from './i18n/fr.first'
import { createQueryClient } from './queryClient'
import { Shell } from './Shell'

const cartOf = (quantity: number) => json({ items: [{ productId: 'lamp', quantity, available: 9 }], total: euros('20.00'), version: 'v1' })

/** What another tab has to tell. */
const otherTab = new BroadcastChannel('cloudshop')
const now = () => Date.now()

let quantity: number

async function givenShell(path = '/', language: 'en' | 'fr' = 'en') {
  if (language === 'en') translation.show('en', enFirst, en)
  else translation.show('fr', frFirst, fr)
  const queryClient = createQueryClient()
  render(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter initialEntries={[path]}>
        <Shell>
          <p>Page</p>
        </Shell>
      </MemoryRouter>
    </QueryClientProvider>,
  )
  return queryClient
}

describe('shell', () => {
  beforeEach(() => {
    document.documentElement.dataset['theme'] = 'light'
    quantity = 1
    fakeApi({ 'GET /api/v1/cart': () => cartOf(quantity) })
  })
  afterEach(() => act(() => session.end()))

  it.each([
    ['en', 'Your session has ended. Please log in again to go on.', 'Log in', 'Dismiss'],
    ['fr', 'Votre session a pris fin. Reconnectez-vous pour continuer.', 'Se connecter', 'Masquer'],
  ] as const)('says in a live region that a session has ended, with the way back to this page: %s', async (language, sentence, login, dismiss) => {
    session.begin(tokenOf('ada'), 900)
    await givenShell('/products?page=2', language)
    expect(screen.queryByText(sentence)).not.toBeInTheDocument()

    act(() => session.lapse())

    expect(screen.getByText(sentence).closest('[aria-live=polite]')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: login })).toHaveAttribute('href', '/login?return=%2Fproducts%3Fpage%3D2&reason=expired')
    await userEvent.click(screen.getByRole('button', { name: dismiss }))
    expect(screen.queryByText(sentence)).not.toBeInTheDocument()
  })

  it('says nothing of the kind after a logout', async () => {
    session.begin(tokenOf('ada'), 900)
    await givenShell()

    act(() => session.end())

    expect(screen.queryByText(/Your session has ended/)).not.toBeInTheDocument()
  })

  it('shows the cart that another tab has changed', async () => {
    session.begin(tokenOf('ada'), 900)
    await givenShell()
    expect(await screen.findByRole('link', { name: 'Cart, 1 item' })).toBeVisible()

    quantity = 3
    otherTab.postMessage({ kind: 'changed' })

    expect(await screen.findByRole('link', { name: 'Cart, 3 items' })).toBeVisible()
  })

  it('follows a login and a logout of another tab', async () => {
    await givenShell()

    otherTab.postMessage({ kind: 'opened', session: { userId: 'ada', accessToken: tokenOf('ada'), issuedAt: now() + 1, expiresAt: now() + 900_000 } })
    expect(await screen.findByRole('link', { name: 'Cart, 1 item' })).toBeVisible()
    otherTab.postMessage({ kind: 'ended', at: now() + 2, lapsed: false })

    expect(await screen.findByText('You are logged out.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Cart, 0 items' })).toBeVisible()
  })

  describe('whose cart link is followed', () => {
    const cartLink = () => screen.findByRole('link', { name: 'Cart, 1 item' })

    it('opens the cart beside the page, from where the ways lead on and back', async () => {
      session.begin(tokenOf('ada'), 900)
      await givenShell()

      await userEvent.click(await cartLink())

      const dialog = await screen.findByRole('dialog', { name: 'Your cart' })
      expect(within(dialog).getByText('1 ×', { exact: false })).toBeVisible()
      expect(within(dialog).getByRole('link', { name: 'View cart' })).toHaveAttribute('href', '/cart')
      expect(within(dialog).getByRole('link', { name: 'Go to checkout' })).toHaveAttribute('href', '/checkout')
      await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }))
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    })

    it('closes it on another page', async () => {
      session.begin(tokenOf('ada'), 900)
      await givenShell()
      await userEvent.click(await cartLink())

      await userEvent.click(within(await screen.findByRole('dialog')).getByRole('link', { name: 'View cart' }))

      await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
      expect(screen.getByRole('main')).toHaveFocus()
    })

    it('says in it what was added', async () => {
      session.begin(tokenOf('ada'), 900)
      await givenShell()
      await cartLink()

      act(() => drawer.open('Lamp is in your cart.'))

      expect(await screen.findByRole('dialog')).toHaveAccessibleDescription('Lamp is in your cart.')
      act(() => drawer.close())
    })

    it.each(['/cart'])('leads to the page of the cart from %s', async (path) => {
      session.begin(tokenOf('ada'), 900)
      await givenShell(path)

      await userEvent.click(await cartLink())

      expect(drawer.current().isOpen).toBe(false)
    })
  })

  it('shows nothing of the former customer to the next one', async () => {
    session.begin(tokenOf('ada'), 900)
    const queryClient = await givenShell()
    expect(await screen.findByRole('link', { name: 'Cart, 1 item' })).toBeVisible()
    const carts: unknown[] = []

    quantity = 5
    session.onChange(() => carts.push(queryClient.getQueryData([MINE, 'cart'])))
    act(() => void session.begin(tokenOf('grace'), 900))

    expect(carts).toEqual([undefined])
    expect(screen.queryByRole('link', { name: 'Cart, 1 item' })).not.toBeInTheDocument()
    expect(await screen.findByRole('link', { name: 'Cart, 5 items' })).toBeVisible()
  })

  it('forgets drafts with a logout, not when a session ends by itself', async () => {
    session.begin(tokenOf('ada'), 900)
    await givenShell()
    drafts.keep('ada', { city: 'Paris' })

    act(() => session.lapse())
    await userEvent.click(within(screen.getByText(/Your session has ended/).parentElement!).getByRole('button', { name: 'Dismiss' }))
    expect(drafts.of('ada', { city: '' })).toEqual({ city: 'Paris' })
    act(() => void session.begin(tokenOf('ada'), 900))
    act(() => session.end())

    await waitFor(() => expect(drafts.of('ada', { city: '' })).toEqual({ city: '' }))
  })
})
