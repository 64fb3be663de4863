import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { euros, fakeApi, json } from '../test/fakeApi'
import { renderAt } from '../test/render'
import CataloguePage from './CataloguePage'

const lamp = { id: 'lamp', sku: 'L-1', name: 'Lamp', price: euros('20.00'), category: 'Lighting', stock: 20 }

function givenProducts(total: number) {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  fakeApi({
    'GET /api/v1/categories': () => json([]),
    'GET /api/v1/products': ({ url }) => json({ items: Number(new URL(url).searchParams.get('page')) < total / 24 ? [lamp] : [], total }),
  })
}

describe('a page beyond the last one', () => {
  it('says so, and leads to the last page with the focus on what it lists', async () => {
    givenProducts(30)
    await renderAt('/products?sort=price&page=99', <CataloguePage />)

    expect(await screen.findByRole('heading', { name: 'There is no page 99' })).toBeVisible()
    expect(screen.getByText('This list ends with page 2.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'To the first page' })).toHaveAttribute('href', '/products?sort=price')
    await userEvent.click(screen.getByRole('link', { name: 'To page 2' }))

    expect(await screen.findByRole('link', { name: 'Lamp' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Page 2' })).toHaveAttribute('aria-current', 'page')
    expect(screen.getByRole('region', { name: 'The whole shop' })).toHaveFocus()
  })

  it('leads to the one page that there is', async () => {
    givenProducts(3)
    await renderAt('/products?page=2', <CataloguePage />)

    expect(await screen.findByText('All there is stands on one page.')).toBeVisible()
    expect(screen.queryByRole('link', { name: /To page/ })).not.toBeInTheDocument()
  })
})

describe('filters', () => {
  it('come whole, with what they can be set to', async () => {
    givenProducts(3)
    let answer: (response: Response) => void = () => undefined
    fakeApi({
      'GET /api/v1/categories': () => new Promise((resolve) => (answer = resolve)),
      'GET /api/v1/products': () => json({ items: [lamp], total: 1 }),
    })
    await renderAt('/products', <CataloguePage />)
    await screen.findByRole('link', { name: 'Lamp' })
    expect(screen.queryByLabelText('From (€)')).not.toBeInTheDocument()

    answer(json([{ name: 'Lighting', productCount: 1 }]))

    expect(await screen.findAllByRole('link', { name: /Lighting/ })).not.toHaveLength(0)
    expect(screen.getAllByLabelText('From (€)')).not.toHaveLength(0)
  })

  it('are there without categories too, where those do not come', async () => {
    fakeApi({ 'GET /api/v1/products': () => json({ items: [lamp], total: 1 }) })

    await renderAt('/products', <CataloguePage />)

    expect(await screen.findAllByLabelText('From (€)')).not.toHaveLength(0)
  })
})
