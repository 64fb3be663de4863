import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useLocation } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { euros, fakeApi, json, problem } from '../test/fakeApi'
import { renderAt } from '../test/render'
import { SearchBox } from './SearchBox'

const answer = { suggestions: ['desk lamp', 'desk chair'], products: [{ id: 'p1', name: 'Crane Desk Lamp', price: euros('20.00') }] }
let asked: Request[]

function Here() {
  const { pathname, search } = useLocation()
  return <output>{pathname + search}</output>
}

async function givenSearchBox(suggest: () => Response | Promise<Response> = () => json(answer)) {
  asked = fakeApi({ 'GET /api/v1/products/suggest': suggest })
  await renderAt(
    '/',
    <>
      <SearchBox />
      <Here />
    </>,
  )
  return screen.getByRole('combobox', { name: 'Search products' })
}

const chosen = (box: HTMLElement) => document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent

describe('suggestions while typing', () => {
  beforeEach(() => {
    Element.prototype.scrollIntoView = vi.fn()
  })

  it('are words and products, chosen with arrows and Enter while the focus stays in the text', async () => {
    const box = await givenSearchBox()
    await userEvent.type(box, 'desk')
    expect(await screen.findAllByRole('option')).toHaveLength(3)
    expect(box).toHaveAttribute('aria-expanded', 'true')
    expect(screen.getByRole('listbox')).toHaveAttribute('id', box.getAttribute('aria-controls'))
    expect(screen.getByRole('option', { name: /Crane Desk Lamp.*€20.00/ })).toBeVisible()

    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(chosen(box)).toBe('desk chair')
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    expect(box).not.toHaveAttribute('aria-activedescendant')
    await userEvent.keyboard('{ArrowUp}')
    expect(chosen(box)).toContain('Crane Desk Lamp')
    expect(box).toHaveFocus()
    await userEvent.keyboard('{Enter}')

    expect(await screen.findByText('/products/p1')).toBeVisible()
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument()
    expect(box).toHaveAttribute('aria-expanded', 'false')
  })

  it('are asked for when nobody types for a moment, once', async () => {
    const box = await givenSearchBox()

    await userEvent.click(box)
    await waitFor(() => expect(document.querySelector('span[role=status]')).toBeInTheDocument())
    for (const value of ['d', 'de', 'des', 'desk']) fireEvent.input(box, { target: { value } })
    await screen.findAllByRole('option')

    expect(asked.map(({ url }) => new URL(url).searchParams.get('q'))).toEqual(['desk'])
  })

  it('of a former text are given up', async () => {
    const signals: (AbortSignal | null | undefined)[] = []
    const box = await givenSearchBox(() => new Promise(() => undefined))
    const answering = globalThis.fetch
    vi.stubGlobal('fetch', (input: Request, init?: RequestInit) => {
      signals.push(init?.signal)
      return answering(input, init)
    })

    await userEvent.type(box, 'd')
    await waitFor(() => expect(signals).toHaveLength(1))
    await userEvent.type(box, 'e')
    await waitFor(() => expect(signals).toHaveLength(2))

    expect(signals.map((signal) => signal?.aborted)).toEqual([true, false])
  })

  it('leave the search alone: Enter without a choice, Escape, and a shop that does not answer', async () => {
    const box = await givenSearchBox()
    await userEvent.type(box, 'desk')
    await screen.findAllByRole('option')

    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument()
    expect(box).toHaveValue('desk')
    await userEvent.keyboard('{Enter}')

    expect(await screen.findByText('/search?q=desk')).toBeVisible()
  })

  it('are not missed where there are none', async () => {
    const box = await givenSearchBox(() => problem(503, 'upstream-unavailable'))

    await userEvent.type(box, 'desk')
    await waitFor(() => expect(asked).toHaveLength(1))

    expect(screen.queryByRole('listbox')).not.toBeInTheDocument()
    await userEvent.keyboard('{Enter}')
    expect(await screen.findByText('/search?q=desk')).toBeVisible()
  })

  it('are what was searched for lately, before anything is typed, until that is cleared', async () => {
    const box = await givenSearchBox()
    await userEvent.type(box, 'lamp')
    await screen.findAllByRole('option')
    await userEvent.keyboard('{Enter}')
    await userEvent.clear(box)

    expect(await screen.findByRole('option', { name: 'lamp' })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Clear recent searches' }))

    expect(screen.queryByRole('option')).not.toBeInTheDocument()
    expect(localStorage.getItem('cloudshop.recentSearches')).toBeNull()
    expect(box).toHaveFocus()
  })

  it('that were searched for lately can be removed one by one, with the Delete key or by pointer', async () => {
    localStorage.setItem('cloudshop.recentSearches', JSON.stringify(['lamp', 'vase', 'desk']))
    const box = await givenSearchBox()
    await userEvent.click(box)
    expect(await screen.findAllByRole('option')).toHaveLength(3)

    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Delete}')
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['lamp', 'desk'])
    expect(chosen(box)).toBe('desk')
    expect(document.querySelector('span[role=status]')).toHaveTextContent('“vase” is removed.')
    await userEvent.click(screen.getByTitle('Remove “lamp”'))
    expect(localStorage.getItem('cloudshop.recentSearches')).toBe('["desk"]')
    expect(box).toHaveFocus()
    await userEvent.keyboard('{Delete}')

    expect(screen.queryByRole('listbox')).not.toBeInTheDocument()
    expect(localStorage.getItem('cloudshop.recentSearches')).toBeNull()
    expect(await screen.findByText('/')).toBeVisible()
  })

  it('lead somewhere in a browser that keeps nothing too', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const box = await givenSearchBox()
    await userEvent.type(box, 'desk')
    await screen.findAllByRole('option')

    await userEvent.keyboard('{ArrowDown}{Enter}')
    vi.restoreAllMocks()

    expect(await screen.findByText('/search?q=desk+lamp')).toBeVisible()
  })

  it('begin with "/", but not where one types', async () => {
    const box = await givenSearchBox()
    await userEvent.keyboard('/')
    expect(box).toHaveFocus()

    await userEvent.keyboard('1/2')

    expect(box).toHaveValue('1/2')
  })
})
