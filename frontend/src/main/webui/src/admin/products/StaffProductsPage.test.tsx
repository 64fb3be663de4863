import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { session } from '../../api/session'
import { en } from '../../app/i18n/en'
import { enFirst } from '../../app/i18n/en.first'
import { Toaster } from '../../design/Toaster'
import { translation } from '../../design/translation'
import { euros, fakeApi, json } from '../../test/fakeApi'
import { renderAt } from '../../test/render'
import { tokenOf } from '../../test/tokenOf'
import { speakStaff } from '../messages/speakStaff'
import StaffProductsPage from './StaffProductsPage'

const lamp = { id: 'lamp', sku: 'LMP-1', name: 'Lamp', category: 'Lighting', price: euros('20.00'), stock: 0 }

let requests: Request[]

const asked = (path: string) => requests.filter(({ url }) => new URL(url).pathname === path).map(({ url }) => Object.fromEntries(new URL(url).searchParams))

beforeEach(() => {
  translation.show('en', enFirst, en)
  speakStaff()
  session.begin(tokenOf('root', 'admin'), 900)
  requests = fakeApi({
    'GET /api/v1/products': () => json({ items: [lamp], total: 1 }),
    'GET /api/v1/products/search': () => json({ items: [lamp], total: 1 }),
    'GET /api/v1/products/export': () => new Response('sku,name'),
  })
})
afterEach(() => act(() => session.end()))

describe('products of staff', () => {
  it('are those sold out, where the address asks for them', async () => {
    await renderAt('/admin/products?inStock=false', <StaffProductsPage />)

    expect(await screen.findByRole('link', { name: 'Lamp' })).toHaveAttribute('href', '/admin/products/lamp')
    expect(asked('/api/v1/products')[0]).toMatchObject({ inStock: 'false', page: '0' })
    await userEvent.selectOptions(screen.getByLabelText('Stock'), 'All')
    await waitFor(() => expect(asked('/api/v1/products').at(-1)).not.toHaveProperty('inStock'))
  })

  it('are found by words', async () => {
    await renderAt('/admin/products', <StaffProductsPage />)

    await userEvent.type(await screen.findByRole('searchbox'), 'lamp{Enter}')

    await waitFor(() => expect(asked('/api/v1/products/search')[0]).toMatchObject({ q: 'lamp' }))
  })

  it('are deleted together, those that somebody else has deleted left out', async () => {
    const chair = { ...lamp, id: 'chair', name: 'Chair' }
    let left = [lamp, chair]
    requests = fakeApi({
      'GET /api/v1/products': () => json({ items: left, total: left.length }),
      'DELETE /api/v1/products/lamp': () => {
        left = []
        return new Response(null, { status: 204 })
      },
    })
    await renderAt('/admin/products', <><Toaster /><StaffProductsPage /></>)
    await userEvent.click(await screen.findByLabelText('Choose Chair'))
    expect(screen.getByText('1 product chosen.')).toBeVisible()

    await userEvent.click(screen.getByLabelText('Choose all on this page'))
    await userEvent.click(screen.getByRole('button', { name: 'Delete 2 products' }))
    const dialog = within(screen.getByRole('dialog', { name: 'Delete 2 products' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Delete 2 products' }))

    expect(await screen.findByText('1 product is out of the shop.')).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Lamp' })).not.toBeInTheDocument())
    expect(requests.filter(({ method }) => method === 'DELETE').map(({ url }) => new URL(url).pathname)).toEqual(['/api/v1/products/lamp', '/api/v1/products/chair'])
  })

  it('are exported as a file', async () => {
    const saved = vi.fn(() => 'blob:products')
    Object.assign(URL, { createObjectURL: saved, revokeObjectURL: vi.fn() })
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    await renderAt('/admin/products', <StaffProductsPage />)

    await userEvent.click(screen.getByRole('button', { name: 'Export CSV' }))

    await waitFor(() => expect(click).toHaveBeenCalledOnce())
    expect(saved).toHaveBeenCalledOnce()
    const [request] = requests.filter(({ url }) => url.endsWith('/export'))
    expect(request!.headers.get('Accept')).toBe('text/csv')
    expect(request!.headers.get('Authorization')).toBe(`Bearer ${tokenOf('root', 'admin')}`)
  })
})
