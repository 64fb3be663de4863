import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { FoundProduct } from '../api/types'
import { euros } from '../test/fakeApi'
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
})
