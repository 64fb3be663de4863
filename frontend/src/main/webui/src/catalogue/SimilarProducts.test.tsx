import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { fakeApi, json, problem } from '../test/fakeApi'
import { productId, productOf } from '../test/fakeCart'
import { renderAt } from '../test/render'
import { SimilarProducts } from './SimilarProducts'

const vase = productOf(productId(1), 'Vase', 3)
const others = (count: number) => Array.from({ length: count }, (_, serial) => productOf(productId(10 + serial), `Bowl ${serial + 1}`, 5))
const names = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)

describe('what is like a product', () => {
  it('is what else its category has, without itself', async () => {
    const requests = fakeApi({ 'GET /api/v1/products': () => json({ items: [...others(2), vase] }) })

    await renderAt('/', <SimilarProducts product={vase} />)

    const region = await screen.findByRole('region', { name: 'More in Home' })
    await within(region).findByRole('link', { name: 'Bowl 1' })
    expect(names()).toEqual(['Bowl 1', 'Bowl 2'])
    expect(new URL(requests[0]!.url).search).toBe('?category=Home&inStock=true&sort=newest&page=0&size=5')
  })

  it('is four at most', async () => {
    fakeApi({ 'GET /api/v1/products': () => json({ items: others(5) }) })

    await renderAt('/', <SimilarProducts product={vase} />)

    await screen.findByRole('link', { name: 'Bowl 1' })
    expect(names()).toEqual(['Bowl 1', 'Bowl 2', 'Bowl 3', 'Bowl 4'])
  })

  it.each([
    ['there is nothing else', () => json({ items: [vase] })],
    ['nobody answers', () => problem(503, 'upstream-unavailable')],
  ])('is not spoken of where %s', async (_, answer) => {
    const requests = fakeApi({ 'GET /api/v1/products': answer })

    await renderAt('/', <SimilarProducts product={vase} />)

    await waitFor(() => expect(requests).toHaveLength(1))
    await waitFor(() => expect(screen.queryByRole('region')).not.toBeInTheDocument())
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('is not asked for before somebody comes near', async () => {
    let see: IntersectionObserverCallback = () => undefined
    const observer = { observe: vi.fn(), disconnect: vi.fn() }
    vi.stubGlobal('IntersectionObserver', function (this: object, callback: IntersectionObserverCallback) {
      see = callback
      return Object.assign(this, observer)
    })
    const requests = fakeApi({ 'GET /api/v1/products': () => json({ items: others(1) }) })
    await renderAt('/', <SimilarProducts product={vase} />)
    const come = (isIntersecting: boolean) => act(() => see([{ isIntersecting } as IntersectionObserverEntry], {} as IntersectionObserver))
    expect(observer.observe).toHaveBeenCalled()

    come(false)
    expect(requests).toHaveLength(0)
    come(true)

    expect(await screen.findByRole('link', { name: 'Bowl 1' })).toBeVisible()
    expect(observer.disconnect).toHaveBeenCalled()
  })
})
