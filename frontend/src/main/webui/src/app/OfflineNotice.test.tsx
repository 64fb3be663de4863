import { useQuery } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { api, unwrap } from '../api/client'
import { session } from '../api/session'
import CartPage from '../cart/CartPage'
import { ErrorNotice } from '../design/ErrorNotice'
import { lookForShop } from '../offline/comeBack'
import { KEPT } from '../offline/messages'
import { fakeApi, json } from '../test/fakeApi'
import { renderAt } from '../test/render'
import { OfflineNotice } from './OfflineNotice'
import { createQueryClient } from './queryClient'

const OLD = 'You are offline. What you see may be out of date.'

function Categories() {
  const { data, error } = useQuery({ queryKey: ['categories'], queryFn: () => unwrap(api.GET('/api/v1/categories')) })
  return error ? <ErrorNotice error={error} /> : <p>{data?.map(({ name }) => name)}</p>
}

const shown = () =>
  renderAt(
    '/',
    <>
      <Categories />
      <OfflineNotice />
    </>,
    createQueryClient(),
  )

function connect(isOnline: boolean) {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline)
  act(() => void dispatchEvent(new Event(isOnline ? 'online' : 'offline')))
}

afterEach(() => connect(true))

it('an answer that was kept is said to be old, and is read again when the network is back', async () => {
  let answer = () => new Response('[{"name":"Old"}]', { headers: { [KEPT]: 'yes' } })
  fakeApi({ 'GET /api/v1/categories': () => answer() })
  await shown()
  expect(await screen.findByText('Old')).toBeVisible()
  expect(screen.getByRole('status')).toHaveTextContent(OLD)

  answer = () => json([{ name: 'New' }])
  connect(true)

  expect(await screen.findByText('New')).toBeVisible()
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})

it('an answer from the shop says nothing, and is read once', async () => {
  const requests = fakeApi({ 'GET /api/v1/categories': () => json([{ name: 'New' }]) })
  await shown()

  expect(await screen.findByText('New')).toBeVisible()
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  expect(requests).toHaveLength(1)
})

it('a page that was open when the connection went away says so', async () => {
  fakeApi({ 'GET /api/v1/categories': () => json([{ name: 'New' }]) })
  await shown()
  await screen.findByText('New')

  connect(false)

  expect(screen.getByRole('status')).toHaveTextContent(OLD)
})

it('what was never seen is said to be missing at once, and comes with the connection', async () => {
  connect(false)
  const requests = fakeApi({ 'GET /api/v1/categories': () => Promise.reject(new TypeError('offline')) })
  await shown()
  expect(await screen.findByRole('alert')).toHaveTextContent('We cannot reach the shop.')
  expect(screen.getByRole('status')).toHaveTextContent(OLD)
  expect(requests).toHaveLength(1)

  fakeApi({ 'GET /api/v1/categories': () => json([{ name: 'New' }]) })
  connect(true)

  expect(await screen.findByText('New')).toBeVisible()
})

it('a cart is not said to be empty while it is not known whose it is', async () => {
  vi.spyOn(session, 'standing').mockReturnValue('unreachable')
  connect(false)
  const requests = fakeApi({})

  await renderAt('/cart', <CartPage />)

  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('You are offline')
  await waitFor(() => expect(screen.queryByText('Your cart is empty')).not.toBeInTheDocument())
  expect(requests).toHaveLength(0)
})

it('a shop that does not answer is missed also where the browser says that it is online, and asked for until it does', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  let isThere = false
  const answer = () => (isThere ? json([{ name: 'New' }]) : Promise.reject(new TypeError('unreachable')))
  fakeApi({ 'GET /api/v1/categories': answer, 'HEAD /api/v1/categories': answer })
  lookForShop()
  await shown()
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(OLD))

  isThere = true
  await act(() => vi.advanceTimersByTimeAsync(5_000))

  expect(await screen.findByText('New')).toBeVisible()
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  vi.useRealTimers()
})
