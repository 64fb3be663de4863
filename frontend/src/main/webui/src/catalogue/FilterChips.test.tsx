import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useLocation } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { euros, fakeApi, json } from '../test/fakeApi'
import { renderAt } from '../test/render'
import CataloguePage from './CataloguePage'
import SearchPage from './SearchPage'

const lamp = { id: 'lamp', sku: 'L-1', name: 'Lamp', price: euros('20.00'), category: 'Lighting', stock: 20, highlights: {} }
const facets = {
  categories: [{ value: 'Lighting', label: 'Lights', count: 3 }],
  prices: [{ from: euros('0.00'), to: euros('25.00'), count: 2 }, { from: euros('25.00'), count: 1 }],
}

function Here() {
  const { pathname, search } = useLocation()
  return <output>{pathname + search}</output>
}

let asked: Request[]

async function whenOpened(path: string) {
  await renderAt(path, <>{path.startsWith('/search') ? <SearchPage /> : <CataloguePage />}<Here /></>)
  await screen.findByRole('link', { name: 'Lamp' })
  return screen.queryByRole('list', { name: 'Chosen filters' })
}

beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  asked = fakeApi({
    'GET /api/v1/categories': () => json([{ name: 'Lighting', label: 'Lights', productCount: 9 }]),
    'GET /api/v1/products': () => json({ items: [lamp], total: 1 }),
    'GET /api/v1/products/search': () => json({ items: [lamp], total: 7, facets, source: 'index' }),
  })
})

describe.each(['/products?', '/search?q=lamp&'])('chosen filters at %s', (path) => {
  const all = `${path}category=Lighting&minPrice=5&maxPrice=25&inStock=true`

  it('are none where nothing is chosen', async () => {
    expect(await whenOpened(`${path}sort=price`)).toBeNull()
  })

  it('are taken away one by one, with the focus on the list then', async () => {
    const chips = (await whenOpened(all))!
    expect(await within(chips).findByText('Lights')).toBeVisible()
    expect(within(chips).getByText('Only what is in stock')).toBeVisible()

    await userEvent.click(within(chips).getByRole('link', { name: 'Remove filter: €5 to €25' }))

    expect(await screen.findByText(`${path}category=Lighting&inStock=true`)).toBeVisible()
    expect(await screen.findByRole('link', { name: 'Remove filter: Lights' })).toBeVisible()
    expect(screen.getByRole('region', { name: path.startsWith('/search') ? /Results for/ : 'Lights' })).toHaveFocus()
  })

  it('are taken away at once', async () => {
    const chips = (await whenOpened(`${all}&sort=price`))!

    await userEvent.click(within(chips).getByRole('link', { name: 'Clear all' }))

    expect(await screen.findByText(`${path}sort=price`)).toBeVisible()
    expect(screen.queryByRole('list', { name: 'Chosen filters' })).not.toBeInTheDocument()
  })
})

describe('the catalogue', () => {
  it('offers prices with how many products each leaves', async () => {
    await whenOpened('/products?inStock=true')

    const [choice] = await screen.findAllByRole('link', { name: /Up to €25/ })
    expect(choice).toHaveTextContent('2')
    expect(choice).toHaveAttribute('href', '/products?inStock=true&minPrice=0.00&maxPrice=25.00')
    const counted = asked.find(({ url }) => url.includes('/search?'))!
    expect(new URL(counted.url).search).toBe('?inStock=true&size=1')
  })

  it('says in the dialog of a phone how many products the choice leaves', async () => {
    await whenOpened('/search?q=lamp')

    await userEvent.click(screen.getByRole('button', { name: 'Filters' }))

    const dialog = screen.getByRole('dialog', { name: 'Filters' })
    expect(within(dialog).getByRole('button', { name: 'Show 7 products' })).toBeVisible()
    expect(within(dialog).getByRole('status')).toHaveTextContent('Show 7 products')
  })
})
