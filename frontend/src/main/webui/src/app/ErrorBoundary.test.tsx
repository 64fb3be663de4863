import { fireEvent, screen, waitFor } from '@testing-library/react'
import { Suspense, type ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest'
import { ProblemError } from '../api/problem'
import { renderAt } from '../test/render'
import { ErrorBoundary } from './ErrorBoundary'
import { lazyPage } from './lazyPage'
import { reloads } from './reloads'

const missing = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
const online = () => Promise.resolve(new Response('{}'))
const offline = () => Promise.reject(new TypeError('Failed to fetch'))

function Failing(): ReactNode {
  throw new ProblemError(500, {}, 'req-7')
}

async function whenVisited(load: Parameters<typeof lazyPage>[0]) {
  const Page = lazyPage(load)
  await renderAt(
    '/',
    <ErrorBoundary>
      <Suspense>
        <Page />
      </Suspense>
    </ErrorBoundary>,
  )
}

describe('error boundary', () => {
  let reload: MockInstance<() => void>

  beforeEach(() => {
    reload = vi.spyOn(reloads, 'now').mockReturnValue()
    vi.spyOn(console, 'error').mockReturnValue()
  })

  it('says that the customer is offline, and loads the page when that is over', async () => {
    vi.stubGlobal('fetch', offline)
    await whenVisited(missing)

    expect(await screen.findByRole('alert')).toHaveTextContent('You are offline')
    expect(reload).not.toHaveBeenCalled()
    vi.stubGlobal('fetch', online)
    fireEvent(window, new Event('online'))

    await waitFor(() => expect(reload).toHaveBeenCalledOnce())
  })

  it('loads the shop again where a release has replaced the page, and only once', async () => {
    vi.stubGlobal('fetch', online)
    await whenVisited(missing)
    await waitFor(() => expect(reload).toHaveBeenCalledOnce())

    await whenVisited(missing)

    expect(await screen.findByText('Something went wrong on this page')).toBeVisible()
    expect(reload).toHaveBeenCalledOnce()
  })

  it('may do so again after a page that came', async () => {
    vi.stubGlobal('fetch', online)
    await whenVisited(missing)
    await waitFor(() => expect(reload).toHaveBeenCalledOnce())

    await whenVisited(() => Promise.resolve({ default: () => 'Here it is' }))
    expect(await screen.findByText('Here it is')).toBeVisible()
    await whenVisited(missing)

    await waitFor(() => expect(reload).toHaveBeenCalledTimes(2))
  })

  it('shows the id of the request that failed', async () => {
    await renderAt('/', <ErrorBoundary><Failing /></ErrorBoundary>)

    expect(screen.getByText('Reference for support: req-7')).toBeVisible()
  })
})
