import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { session } from '../../api/session'
import { en } from '../../app/i18n/en'
import { enFirst } from '../../app/i18n/en.first'
import { Toaster } from '../../design/Toaster'
import { translation } from '../../design/translation'
import { fakeApi, json, problem } from '../../test/fakeApi'
import { renderAt } from '../../test/render'
import { tokenOf } from '../../test/tokenOf'
import { LowStockTile } from '../dashboard/StateTiles'
import { speakStaff } from '../messages/speakStaff'
import LowStockPage from './LowStockPage'

const LIST = '/api/v1/admin/products/low-stock'
const lamp = { productId: 'lamp', sku: 'LMP-1', name: 'Lamp', available: 0, held: 2 }
const chair = { productId: 'chair', sku: 'CHR-1', name: 'Chair', available: 4, held: 0 }

let requests: Request[]
let handlers: Parameters<typeof fakeApi>[0]
let low: (typeof lamp)[]

async function whenOpened(path = '/admin/products/low-stock') {
  requests = fakeApi(handlers)
  await renderAt(path, <><Toaster /><LowStockPage /></>)
}

const asked = () => requests.filter(({ url }) => new URL(url).pathname === LIST).map(({ url }) => Object.fromEntries(new URL(url).searchParams))

async function whenBooked(units: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'Book: Lamp' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Book Lamp in or out' }))
  await userEvent.type(dialog.getByLabelText('Book in or out'), units)
  await userEvent.type(dialog.getByLabelText('Reason'), 'delivered')
  await userEvent.click(dialog.getByRole('button', { name: 'Book' }))
}

beforeEach(() => {
  translation.show('en', enFirst, en)
  speakStaff()
  session.begin(tokenOf('root', 'admin'), 900)
  low = [lamp, chair]
  handlers = {
    [`GET ${LIST}`]: () => json({ items: low }),
    'POST /api/v1/products/lamp/stock-adjustments': () => {
      low = [chair]
      return json({ id: 'lamp', stock: 30 })
    },
  }
})
afterEach(() => act(() => session.end()))

describe('low stock', () => {
  it('is what has ten units or fewer, or as many as the address says', async () => {
    await whenOpened()
    expect(await screen.findByRole('link', { name: 'Lamp' })).toHaveAttribute('href', '/admin/products/lamp')
    expect(screen.getByText('Sold out')).toBeVisible()
    expect(asked()).toEqual([{ threshold: '10', size: '50', lang: 'en' }])

    await userEvent.selectOptions(screen.getByLabelText('At most'), '5 units')

    await waitFor(() => expect(asked().at(-1)).toMatchObject({ threshold: '5' }))
  })

  it('is booked in where it stands, and is low no more', async () => {
    await whenOpened()

    await whenBooked('30')

    expect(await screen.findByText('Booked: 30 can be sold now.')).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Lamp' })).not.toBeInTheDocument())
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(screen.getByRole('heading', { level: 1 }).parentElement).toHaveFocus()
    const [booked] = requests.filter(({ method }) => method === 'POST')
    expect(await booked!.json()).toEqual({ delta: 30, reason: 'delivered' })
  })

  it('says why nothing was booked, and keeps what was typed', async () => {
    handlers['POST /api/v1/products/lamp/stock-adjustments'] = () => problem(409, 'insufficient-stock')
    await whenOpened()

    await whenBooked('-3')

    expect(await screen.findByRole('alert')).toBeVisible()
    expect(screen.getByLabelText('Book in or out')).toHaveValue('-3')
  })

  it('is read on behind what is shown', async () => {
    handlers[`GET ${LIST}`] = ({ url }) => json(url.includes('after') ? { items: [chair] } : { items: [lamp], nextCursor: '0.lamp' })
    await whenOpened()

    await userEvent.click(await screen.findByRole('button', { name: 'Show more' }))

    expect(await screen.findByRole('link', { name: 'Chair' })).toBeVisible()
    expect(asked().at(-1)).toMatchObject({ after: '0.lamp' })
  })

  it('stands on the dashboard, with the way to all of it', async () => {
    requests = fakeApi(handlers)
    await renderAt('/admin', <LowStockTile />)

    expect(await screen.findByRole('link', { name: 'Chair' })).toHaveAttribute('href', '/admin/products/chair')
    expect(screen.getByText('4')).toBeVisible()
    expect(screen.getByRole('link', { name: 'All that run out' })).toHaveAttribute('href', '/admin/products/low-stock')
  })
})
