import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { session } from '../api/session'
import { fakeApi, json, problem } from '../test/fakeApi'
import { renderAt } from '../test/render'
import { tokenOf } from '../test/tokenOf'
import { OwnData } from './OwnData'

const account = { profile: { id: 'ada', email: 'ada@example.org' }, addresses: [{ city: 'Paris' }], sessions: [] }
const cart = { items: [], version: 'v1' }

/** What was saved, by file name. */
let files: Record<string, Blob>

function givenShop(orders: (after: string | null) => Response) {
  fakeApi({
    'GET /api/v1/auth/me/export': () => json(account),
    'GET /api/v1/cart': () => json(cart),
    'GET /api/v1/orders': ({ url }) => orders(new URL(url).searchParams.get('after')),
  })
}

const press = async () => userEvent.click(screen.getByRole('button', { name: 'Download my data' }))

describe('own data', () => {
  beforeEach(() => {
    session.begin(tokenOf('ada'), 900)
    files = {}
    let last: Blob
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (blob: Blob) => ((last = blob), 'blob:1'), revokeObjectURL: () => {} }))
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      files[this.download] = last
    })
  })
  afterEach(() => {
    session.end()
    vi.restoreAllMocks()
  })

  it('comes as one file, with every page of orders', async () => {
    givenShop((after) => json(after === 'more' ? { items: [{ id: '2' }], nextCursor: null } : { items: [{ id: '1' }], nextCursor: 'more' }))
    await renderAt('/account', <OwnData />)

    await press()

    expect(await screen.findByText(/Your file is ready/)).toBeVisible()
    const [[name, file]] = Object.entries(files) as [[string, Blob]]
    expect(name).toMatch(/^cloudshop-\d{4}-\d\d-\d\d\.json$/)
    expect(JSON.parse(await read(file))).toEqual({ ...account, cart, orders: [{ id: '1' }, { id: '2' }] })
  })

  it('is no file where a part of it is missing', async () => {
    givenShop(() => problem(503, 'upstream-unavailable'))
    await renderAt('/account', <OwnData />)

    await press()

    expect(await screen.findByRole('alert')).toHaveTextContent('A part of the shop is taking a break')
    expect(files).toEqual({})
  })
})

/** jsdom's blobs have no text(). */
const read = (blob: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.readAsText(blob)
  })
