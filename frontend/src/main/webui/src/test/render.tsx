import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { MemoryRouter } from 'react-router'
import { en } from '../app/i18n/en'
import { enFirst } from '../app/i18n/en.first'
import { translation } from '../design/translation'

/** Renders a page as the shop would, in English, at an address. */
export async function renderAt(path: string, page: ReactElement, queryClient = forgiveNothing()) {
  translation.show('en', enFirst, en)
  return render(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter initialEntries={[path]}>{page}</MemoryRouter>
    </QueryClientProvider>,
  )
}

const forgiveNothing = () => new QueryClient({ defaultOptions: { queries: { retry: false } } })
