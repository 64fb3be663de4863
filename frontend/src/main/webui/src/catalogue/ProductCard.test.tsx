import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import userEvent from '@testing-library/user-event'
import { session } from '../api/session'
import type { FoundProduct } from '../api/types'
import { euros, fakeApi, json } from '../test/fakeApi'
import { Toaster } from '../design/Toaster'
import { renderAt } from '../test/render'
import { ProductCard } from './ProductCard'

const found = {
  id: 'lamp',
  sku: 'LMP-1',
  name: 'Wow! Great Lamp? Yes! X',
  description: 'It shines.',
  category: 'Lighting',
  price: euros('20.00'),
  stock: 9,
  version: 0,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  highlights: { name: ['<em>X</em>'] },
} satisfies FoundProduct

describe('product card', () => {
  it('shows the whole name, of which the search has found a part', async () => {
    await renderAt('/search', <ProductCard product={found} />)

    const link = screen.getByRole('link', { name: 'Wow! Great Lamp? Yes! X' })
    expect(within(link).getByText('X')).toHaveProperty('tagName', 'MARK')
  })

  it('puts in the cart no more than there is, and says so', async () => {
    session.begin('token', 900)
    const items: object[] = []
    const requests = fakeApi({
      'GET /api/v1/cart': () => json({ items, total: euros('20.00') }),
      'PUT /api/v1/cart/items/lamp': () => {
        items.push({ productId: 'lamp', quantity: 1, available: 1 })
        return json({ items, total: euros('20.00') })
      },
    })
    await renderAt(
      '/products',
      <>
        <ProductCard product={{ ...found, stock: 1 }} />
        <Toaster />
      </>,
    )
    const add = screen.getByRole('button', { name: /^Add to cart/ })

    await userEvent.click(add)
    await userEvent.click(add)

    expect(await screen.findByText(/you can order only 1, and it is in your cart/)).toBeVisible()
    expect(requests.filter(({ method }) => method === 'PUT')).toHaveLength(1)
    session.end()
  })

  it('says what the category is called in the customer’s language', async () => {
    await renderAt('/search', <ProductCard product={{ ...found, categoryLabel: 'Luminaires' }} />)

    expect(screen.getByText('Luminaires')).toBeVisible()
    expect(screen.queryByText('Lighting')).not.toBeInTheDocument()
  })
})
