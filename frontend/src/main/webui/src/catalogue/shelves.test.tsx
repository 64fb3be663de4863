import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, json } from '../test/fakeApi'
import { renderAt } from '../test/render'
import CataloguePage from './CataloguePage'
import { CategoryTiles } from './CategoryTiles'
import { shelvesOf } from './shelves'

const categories = [
  { name: 'Chairs', label: 'Sièges', productCount: 2, slug: 'chairs', parent: 'Furniture' },
  { name: 'Furniture', label: 'Meubles', productCount: 5, slug: 'furniture' },
  { name: 'Lighting', label: 'Luminaires', productCount: 1, slug: 'lighting' },
]

describe('categories that lie in others', () => {
  beforeEach(() => {
    vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
    fakeApi({
      'GET /api/v1/categories': () => json(categories),
      'GET /api/v1/products': () => json({ items: [], total: 0 }),
      'GET /api/v1/products/search': () => json({ items: [], total: 0, facets: { categories: [], prices: [] }, source: 'index' }),
    })
  })

  it('stand below them among the filters', async () => {
    await renderAt('/products', <CataloguePage />)

    const [meubles] = await screen.findAllByRole('link', { name: /^Meubles/ })
    const shelf = meubles!.closest('li')!
    expect(within(within(shelf).getByRole('list')).getByRole('link', { name: /^Sièges/ })).toHaveAttribute(
      'href',
      expect.stringContaining('category=Chairs'),
    )
  })

  it('leave the home page to those at the top', async () => {
    await renderAt('/', <CategoryTiles />)

    expect(await screen.findByRole('link', { name: /Meubles/ })).toBeVisible()
    expect(screen.queryByRole('link', { name: /Sièges/ })).not.toBeInTheDocument()
  })

  it('stand at the top where their parent is not there', () => {
    expect(shelvesOf([{ value: 'Chairs', parent: 'Furniture' }, { value: 'Lighting' }]).map(({ category }) => category.value)).toEqual([
      'Chairs',
      'Lighting',
    ])
  })
})
