import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { euros, fakeApi, json } from '../test/fakeApi'
import { renderAt } from '../test/render'
import { Hero } from './Hero'

const lamp = { id: 'lamp', sku: 'L-1', name: 'Lamp', description: '', price: euros('20.00'), category: 'Lighting', stock: 2, version: 0, createdAt: '', updatedAt: '', imageUrl: '/lamp.svg' }

it('the window shows nothing that has no picture or cannot be had, but rather what a category has', async () => {
  fakeApi({ 'GET /api/v1/categories': () => json([{ name: 'Desk', productCount: 3, imageUrl: '/desk.svg' }, { name: 'Bags', productCount: 1 }]) })
  const soldOut = { ...lamp, id: 'sold-out', name: 'Sold out', stock: 0 }
  const unseen = { ...lamp, id: 'unseen', name: 'Unseen', imageUrl: '' }

  const { container } = await renderAt('/', <Hero products={[soldOut, unseen, lamp]} />)

  expect(await screen.findByRole('link', { name: 'Desk' })).toHaveAttribute('href', '/products?category=Desk')
  expect([...container.querySelectorAll('img')].map((picture) => picture.getAttribute('src'))).toEqual(['/lamp.svg', '/desk.svg'])
})
