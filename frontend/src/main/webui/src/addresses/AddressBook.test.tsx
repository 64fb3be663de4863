import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { session } from '../api/session'
import type { SavedAddress } from '../api/types'
import { Toaster } from '../design/Toaster'
import { fakeApi, json, problem } from '../test/fakeApi'
import { renderAt } from '../test/render'
import { tokenOf } from '../test/tokenOf'
import { AddressBook } from './AddressBook'

const BOOK = '/api/v1/auth/me/addresses'
const home: SavedAddress = { id: 'home', name: 'Ada', street: '1 Analytical Way', postalCode: '75011', city: 'Paris', country: 'FR', isDefault: true }
const work: SavedAddress = { ...home, id: 'work', street: '2 Engine Row', isDefault: false }

let book: SavedAddress[]

function givenBook(saved: SavedAddress[], answer: () => Response = () => json(work, 201)): Request[] {
  book = saved
  return fakeApi({
    [`GET ${BOOK}`]: () => json({ items: book }),
    [`POST ${BOOK}`]: answer,
    [`PUT ${BOOK}/home`]: () => json(home),
    [`PUT ${BOOK}/work`]: () => json(work),
    [`DELETE ${BOOK}/work`]: () => {
      book = book.filter(({ id }) => id !== 'work')
      return new Response(null, { status: 204 })
    },
  })
}

const open = () =>
  renderAt(
    '/account',
    <>
      <AddressBook />
      <Toaster />
    </>,
  )
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const bodyOf = (requests: Request[], method: string) => requests.find((request) => request.method === method)?.clone().json() as Promise<unknown>

describe('address book', () => {
  beforeEach(() => void session.begin(tokenOf('ada'), 900))
  afterEach(() => session.end())

  it('shows every address and which one is the default', async () => {
    givenBook([home, work])
    await open()

    const [first, second] = await screen.findAllByRole('listitem')

    expect(within(first!).getByText('Default')).toBeVisible()
    expect(within(first!).queryByRole('button', { name: /Make it the default/ })).not.toBeInTheDocument()
    expect(within(second!).queryByText('Default')).not.toBeInTheDocument()
    expect(second).toHaveTextContent('2 Engine Row')
    expect(second).toHaveTextContent('France')
  })

  it('adds an address that is filled in, and gives the focus back', async () => {
    const requests = givenBook([])
    await open()
    await press('Add an address')
    expect(screen.getByLabelText('Full name')).toHaveFocus()

    await press('Save the address')
    expect(screen.getAllByText('Please fill this in.')).toHaveLength(5)
    await userEvent.type(screen.getByLabelText('Full name'), ' Ada ')
    await userEvent.type(screen.getByLabelText('Street and number'), '2 Engine Row')
    await userEvent.type(screen.getByLabelText('Postal code'), '75011')
    await userEvent.type(screen.getByLabelText('City'), 'Paris')
    await userEvent.selectOptions(screen.getByLabelText('Country'), 'FR')
    await press('Save the address')

    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    const { id: _, ...typed } = work
    expect(await bodyOf(requests, 'POST')).toEqual(typed)
    expect(screen.getByRole('button', { name: 'Add an address' })).toHaveFocus()
  })

  it('says what the shop did not accept', async () => {
    givenBook([work], () => problem(422, 'address-book-full'))
    await open()
    await press('Add an address')
    for (const label of ['Full name', 'Street and number', 'Postal code', 'City']) await userEvent.type(screen.getByLabelText(label), 'x')
    await userEvent.selectOptions(screen.getByLabelText('Country'), 'FR')

    await press('Save the address')

    expect(await screen.findByText(/Your address book is full/)).toBeVisible()
  })

  it('changes an address', async () => {
    const requests = givenBook([home, work])
    await open()

    await press('Change Ada, 1 Analytical Way')
    // The default stays one.
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument()
    await userEvent.clear(screen.getByLabelText('City'))
    await userEvent.type(screen.getByLabelText('City'), 'Lyon')
    await press('Save the address')

    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(await bodyOf(requests, 'PUT')).toMatchObject({ city: 'Lyon', isDefault: true })
  })

  it('makes another address the default', async () => {
    const requests = givenBook([home, work])
    await open()

    await press('Make it the default: Ada, 2 Engine Row')

    await waitFor(async () => expect(await bodyOf(requests, 'PUT')).toMatchObject({ street: '2 Engine Row', isDefault: true }))
  })

  it('removes an address, and has it back for who undoes that', async () => {
    const requests = givenBook([home, work])
    await open()

    await press('Remove Ada, 2 Engine Row')
    expect(await screen.findByText('The address is removed.')).toBeVisible()
    await waitFor(() => expect(screen.queryByText(/2 Engine Row/)).not.toBeInTheDocument())
    await press('Undo')

    const { id: _, ...content } = work
    await waitFor(async () => expect(await bodyOf(requests, 'POST')).toEqual(content))
  })

  it('offers no more than the shop keeps', async () => {
    givenBook(Array.from({ length: 20 }, (_, index) => ({ ...work, id: String(index) })))
    await open()

    expect(await screen.findByText(/Your address book is full/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Add an address' })).not.toBeInTheDocument()
  })
})
