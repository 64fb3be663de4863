import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { fakeApi, json } from '../test/fakeApi'
import { renderAt } from '../test/render'
import { CategoryTiles } from './CategoryTiles'

it('shows the picture of each category, and asks for nothing but the categories', async () => {
  const requests = fakeApi({
    'GET /api/v1/categories': () =>
      json([
        { name: 'Lighting', label: 'Lighting', productCount: 3, slug: 'lighting', imageUrl: '/catalogue/lamp.svg' },
        { name: 'Bags', label: 'Bags', productCount: 1, slug: 'bags' },
      ]),
  })

  await renderAt('/', <CategoryTiles />)

  const lighting = await screen.findByRole('link', { name: /Lighting/ })
  expect(lighting).toHaveAttribute('href', '/products?category=Lighting')
  expect(lighting.querySelector('img')).toHaveAttribute('src', '/catalogue/lamp.svg')
  expect(requests).toHaveLength(1)
})
