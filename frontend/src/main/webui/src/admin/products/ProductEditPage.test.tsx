import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { session } from '../../api/session'
import { en } from '../../app/i18n/en'
import { enFirst } from '../../app/i18n/en.first'
import { translation } from '../../design/translation'
import { Toaster } from '../../design/Toaster'
import { euros, fakeApi, json, problem } from '../../test/fakeApi'
import { renderAt } from '../../test/render'
import { tokenOf } from '../../test/tokenOf'
import { speakStaff } from '../messages/speakStaff'
import NewProductPage from './NewProductPage'
import ProductEditPage from './ProductEditPage'

const LAMP = { id: 'lamp', sku: 'LMP-1', name: 'Lamp', description: 'Bright', category: 'Lighting', price: euros('20.00'), stock: 7, version: 1 }

let kept: typeof LAMP
let requests: Request[]
let handlers: Parameters<typeof fakeApi>[0]

const tagged = (product: object & { version: number }) => {
  const answer = json(product)
  answer.headers.set('ETag', `"${product.version}-7"`)
  return answer
}

/** As the shop does: an edit of another version than the present one is refused. */
async function replace(request: Request): Promise<Response> {
  if (!request.headers.get('If-Match')?.startsWith(`"${kept.version}-`)) return problem(412, 'precondition-failed')
  kept = { ...kept, ...((await request.json()) as object), version: kept.version + 1 }
  return tagged(kept)
}

function somebodyElseSaves(changes: object) {
  kept = { ...kept, ...changes, version: kept.version + 1 }
}

async function whenOpened(path = '/admin/products/lamp') {
  requests = fakeApi(handlers)
  await renderAt(
    path,
    <>
      <Toaster />
      <Routes>
        <Route path="/admin/products/new" element={<NewProductPage />} />
        <Route path="/admin/products/:id" element={<ProductEditPage />} />
        <Route path="/admin/products" element={<p>The list</p>} />
      </Routes>
    </>,
  )
}

const type = async (label: string, text: string) => {
  const field = await screen.findByLabelText(label)
  await userEvent.clear(field)
  await userEvent.type(field, text)
}
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const saves = () => requests.filter(({ method }) => method === 'PUT')

beforeEach(() => {
  translation.show('en', enFirst, en)
  speakStaff()
  session.begin(tokenOf('root', 'admin'), 900)
  kept = LAMP
  handlers = {
    'GET /api/v1/products/lamp': () => tagged(kept),
    'PUT /api/v1/products/lamp': replace,
    'GET /api/v1/products/lamp/stock': () => json({ productId: 'lamp', onHand: 9, held: 2, available: 7, sold: 30 }),
    'GET /api/v1/products': () => json({ items: [{ ...LAMP, price: { amount: '2000', currency: 'JPY' } }], total: 1 }),
    'GET /api/v1/categories': () => json([{ name: 'Lighting', productCount: 1, slug: 'lighting' }]),
  }
})
afterEach(() => act(() => session.end()))

describe('product that is edited', () => {
  it('is saved as it was read, in the language of the catalogue', async () => {
    await whenOpened()

    await type('Name', 'Desk lamp')
    await press('Save')

    expect(await screen.findByText('Desk lamp is saved.')).toBeVisible()
    expect(new URL(requests.find(({ url }) => url.includes('/products/lamp?'))!.url).searchParams.get('lang')).toBe('en')
    expect(saves()[0]!.headers.get('If-Match')).toBe('"1-7"')
    expect(await saves()[0]!.json()).toEqual({ name: 'Desk lamp', sku: 'LMP-1', category: 'Lighting', description: 'Bright', price: euros('20.00') })
  })

  it('is put together field by field where somebody else has saved it meanwhile', async () => {
    await whenOpened()
    await type('Name', 'Desk lamp')
    await type('Description', 'Very bright')
    somebodyElseSaves({ name: 'Table lamp', price: euros('18.00') })

    await press('Save')

    const panel = within(await screen.findByRole('alert'))
    expect(panel.getByText('18.00')).toBeVisible()
    expect(panel.queryByText('Very bright')).not.toBeInTheDocument()
    const save = panel.getByRole('button', { name: 'Save both edits together' })
    expect(save).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(within(panel.getByRole('group', { name: 'Name' })).getByRole('radio', { name: /Theirs/ }))
    await userEvent.click(save)

    expect(await screen.findByText('Table lamp is saved.')).toBeVisible()
    expect(kept).toMatchObject({ name: 'Table lamp', description: 'Very bright', price: euros('18.00') })
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(screen.getByLabelText('Price (EUR)')).toHaveValue('18.00')
  })

  it('is compared again where it is saved a third time in between', async () => {
    await whenOpened()
    await type('Name', 'Desk lamp')
    somebodyElseSaves({ price: euros('18.00') })
    await press('Save')
    await screen.findByText('You changed different fields, so both edits fit together.')
    somebodyElseSaves({ category: 'Desks' })

    await press('Save both edits together')

    await waitFor(() => expect(within(screen.getByRole('alert')).getByText('Desks')).toBeVisible())
    await press('Save both edits together')
    await screen.findByText('Desk lamp is saved.')
    expect(kept).toMatchObject({ name: 'Desk lamp', category: 'Desks', price: euros('18.00') })
  })

  it('says at its field what the shop does not accept', async () => {
    handlers['PUT /api/v1/products/lamp'] = () => problem(409, 'sku-taken')
    await whenOpened()
    await type('SKU', 'lmp-2')
    await press('Save')

    await waitFor(() => expect(screen.getByLabelText('SKU')).toHaveAccessibleDescription('Another product has this SKU already.'))
    expect(screen.getByLabelText('SKU')).toHaveFocus()
  })

  it('is not sent with what cannot be right', async () => {
    await whenOpened()
    await type('SKU', 'x')
    await type('Price (EUR)', 'cheap')
    await press('Save')

    expect(screen.getByLabelText('SKU')).toHaveFocus()
    expect(screen.getByLabelText('Price (EUR)')).toHaveAccessibleDescription('An amount such as 19.90, please.')
    expect(saves()).toEqual([])
  })

  it('has its stock booked with a reason', async () => {
    handlers['POST /api/v1/products/lamp/stock-adjustments'] = () => json({ ...LAMP, stock: 5 })
    await whenOpened()
    await press('Book')
    expect(screen.getByLabelText('Reason')).toHaveAccessibleDescription('Please fill this in.')

    await type('Book in or out', '-2')
    await type('Reason', 'broken')
    await press('Book')

    expect(await screen.findByText('Booked: 5 can be sold now.')).toBeVisible()
    expect(await requests.find(({ method }) => method === 'POST')!.json()).toEqual({ delta: -2, reason: 'broken' })
  })

  it('gets the picture of a file, and keeps what is typed', async () => {
    handlers['POST /api/v1/products/lamp/picture'] = () => tagged({ ...LAMP, imageUrl: '/api/v1/pictures/a.png', version: 2 } as never)
    await whenOpened()
    await type('Name', 'Desk lamp')

    await userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, new File(['x'], 'lamp.png', { type: 'image/png' }))

    expect(await screen.findByText('The picture is in the shop.')).toBeVisible()
    const sent = requests.find(({ url }) => url.endsWith('/picture'))!
    expect([sent.headers.get('If-Match'), sent.headers.get('Content-Type')]).toEqual(['"1-7"', 'image/png'])
    expect(screen.getByLabelText('Picture address')).toHaveValue('/api/v1/pictures/a.png')
    expect(screen.getByLabelText('Name')).toHaveValue('Desk lamp')
  })

  it('is deleted once that is confirmed', async () => {
    handlers['DELETE /api/v1/products/lamp'] = () => new Response(null, { status: 204 })
    await whenOpened()

    await press('Delete')
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete Lamp?' }))
    expect(requests.some(({ method }) => method === 'DELETE')).toBe(false)
    await userEvent.click(dialog.getByRole('button', { name: 'Delete' }))

    expect(await screen.findByText('The list')).toBeVisible()
  })
})

describe('new product', () => {
  it('is added with its first stock, in the currency of the shop', async () => {
    handlers['POST /api/v1/products'] = () => json({ ...LAMP }, 201)
    await whenOpened('/admin/products/new')
    await press('Add product')
    expect(screen.getByLabelText('Name')).toHaveFocus()

    await type('Name', 'Lamp')
    await type('SKU', 'LMP-1')
    await type('Price (JPY)', '2000')
    await type('Category', 'Lighting')
    await type('Initial stock', '7')
    await press('Add product')

    expect(await screen.findByRole('heading', { name: 'Lamp' })).toBeVisible()
    const sent = requests.find(({ method }) => method === 'POST')!
    expect(await sent.json()).toMatchObject({ price: { amount: '2000', currency: 'JPY' }, stock: 7 })
  })
})
