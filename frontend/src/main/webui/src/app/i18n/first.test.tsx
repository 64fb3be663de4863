import { render } from '@testing-library/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import { HomePage } from '../../catalogue/HomePage'
import { translation } from '../../design/translation'
import { euros, fakeApi, json } from '../../test/fakeApi'
import { createQueryClient } from '../queryClient'
import { Shell } from '../Shell'
import { enFirst } from './en.first'

/** What stands for a message that has not come. */
const KEY = /^[a-z]+(\.[a-z]\w*)+$/i

it('a first visit has all its words, though no more than those have come', async () => {
  const lamp = { id: 'lamp', sku: 'L-1', name: 'Lamp', price: euros('20.00'), category: 'Lighting', stock: 2 }
  fakeApi({
    'GET /api/v1/categories': () => json([{ name: 'Lighting', productCount: 1 }]),
    'GET /api/v1/products': () => json({ items: [lamp, { ...lamp, id: 'shade', stock: 0 }], total: 2 }),
  })
  document.documentElement.dataset['theme'] = 'light'
  translation.show('en', enFirst)

  const { container, findByText } = render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <Shell>
          <HomePage />
        </Shell>
      </MemoryRouter>
    </QueryClientProvider>,
  )
  await findByText('Only 2 left')

  const texts = [...container.querySelectorAll('*')].flatMap((element) => [
    element.getAttribute('aria-label'),
    element.getAttribute('placeholder'),
    ...[...element.childNodes].map((node) => node.nodeType === Node.TEXT_NODE && node.textContent),
  ])
  expect(texts.filter((text) => text && KEY.test(text))).toEqual([])
})
