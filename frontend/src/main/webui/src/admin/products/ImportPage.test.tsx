import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { session } from '../../api/session'
import { en } from '../../app/i18n/en'
import { enFirst } from '../../app/i18n/en.first'
import { translation } from '../../design/translation'
import { fakeApi } from '../../test/fakeApi'
import { renderAt } from '../../test/render'
import { tokenOf } from '../../test/tokenOf'
import { speakStaff } from '../messages/speakStaff'
import ImportPage from './ImportPage'

const REPORT = { created: 2, updated: 1, unchanged: 0, rejectedCount: 1, rejected: [{ line: 3, message: 'price.amount must be below 10000000000' }] }

/** An upload that answers when the test wants it. */
class FakeUpload {
  static all: FakeUpload[] = []
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
  headers: Record<string, string> = {}
  url = ''
  status = 0
  responseText = ''
  onload = () => undefined
  onerror = () => undefined

  constructor() {
    FakeUpload.all.push(this)
  }

  open(_: string, url: string) {
    this.url = url
  }

  setRequestHeader(name: string, value: string) {
    this.headers[name] = value
  }

  getResponseHeader() {
    return null
  }

  send() {}

  answer(status: number, body: object) {
    this.status = status
    this.responseText = JSON.stringify(body)
    act(() => this.onload())
  }
}

const file = (name: string) => new File(['sku,name\nLMP-1,Lamp'], name)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const drop = (dropped: File) => fireEvent.drop(screen.getByTestId('drop'), { dataTransfer: { files: [dropped] } })
const sent = async () => vi.waitFor(() => (expect(FakeUpload.all).not.toEqual([]), FakeUpload.all.at(-1)!))

beforeEach(async () => {
  translation.show('en', enFirst, en)
  speakStaff()
  session.begin(tokenOf('root', 'admin'), 900)
  fakeApi({})
  FakeUpload.all = []
  vi.stubGlobal('XMLHttpRequest', FakeUpload)
  await renderAt('/admin/products/import', <ImportPage />)
})
afterEach(() => act(() => session.end()))

describe('import of products', () => {
  it('is tried out with a file that is dropped, and says what is rejected', async () => {
    drop(file('lamps.csv'))
    await press('Check without importing')
    const upload = await sent()

    expect(upload.url).toContain('/api/v1/products/import?dryRun=true')
    expect(upload.headers).toEqual({ Authorization: `Bearer ${tokenOf('root', 'admin')}`, 'Content-Type': 'text/csv' })
    act(() => upload.upload.onprogress!({ loaded: 42, total: 100 }))
    expect(screen.getByRole('progressbar')).toHaveValue(42)
    upload.answer(200, REPORT)

    expect(await screen.findByRole('heading', { name: 'What an import would do' })).toBeVisible()
    const row = within(screen.getByRole('rowheader', { name: '3' }).closest('tr')!)
    expect(row.getByText(/must be below/)).toBeVisible()
  })

  it('is done with a file that is chosen', async () => {
    await userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, file('lamps.ndjson'))
    await press('Import now')
    const upload = await sent()
    expect(upload.url).toContain('dryRun=false')
    expect(upload.headers['Content-Type']).toBe('application/x-ndjson')
    upload.answer(200, { ...REPORT, rejectedCount: 0, rejected: [] })

    expect(await screen.findByRole('heading', { name: 'What the import did' })).toBeVisible()
  })

  it('says what the shop does not take', async () => {
    drop(file('lamps.csv'))
    await press('Import now')
    ;(await sent()).answer(422, { type: 'https://cloudshop.example/problems/too-many-lines' })

    expect(await screen.findByText(/The file has too many lines/)).toBeVisible()
  })

  it('sends no file of another kind', () => {
    drop(file('lamps.pdf'))

    expect(screen.getByRole('alert')).toHaveTextContent('This is no CSV or NDJSON file by its name.')
    expect(screen.queryByRole('button', { name: 'Import now' })).not.toBeInTheDocument()
  })
})
