import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { en } from '../app/i18n/en'
import { enFirst } from '../app/i18n/en.first'
import { currentToasts } from '../design/toasts'
import { translation } from '../design/translation'
import { session } from '../api/session'
import { closeTabs, givenLocks, openTab } from '../test/browser'
import { problem } from '../test/fakeApi'
import { FakeCart, LAMP, productId, productOf, VASE } from '../test/fakeCart'
import { tokenOf } from '../test/tokenOf'
import { setGuestQuantity } from './guestCart'
import { guestLines } from './guestLines'
import { mergeGuestCart } from './mergeGuestCart'

const lamps = (quantity: number) => ({ productId: LAMP, quantity })
const vases = (quantity: number) => ({ productId: VASE, quantity })
const told = (before: number, after: number, userId = 'ada') => ({ told: { userId, before, after } })
const putLamp = `PUT /api/v1/cart/items/${LAMP}`
const putVase = `PUT /api/v1/cart/items/${VASE}`

describe('the cart of a guest who logs in', () => {
  beforeEach(() => {
    translation.show('en', enFirst, en)
    session.begin(tokenOf('ada'), 900)
  })
  afterEach(() => session.end())

  it('is added to the customer’s, once', async () => {
    const server = new FakeCart()
    server.quantities.set(LAMP, 1)
    guestLines.write([lamps(2), vases(3)])

    await mergeGuestCart()
    await mergeGuestCart()

    expect(server.quantities).toEqual(new Map([[LAMP, 3], [VASE, 3]]))
    expect(await server.said(LAMP)).toEqual([3])
    expect(guestLines.read()).toEqual([])
    expect(localStorage.getItem('cloudshop.guestCart')).toBeNull()
  })

  it('is added as far as there is stock, and says what does not fit', async () => {
    const server = new FakeCart()
    server.quantities.set(LAMP, 8)
    guestLines.write([lamps(4), vases(4)])

    await mergeGuestCart()

    expect(server.quantities).toEqual(new Map([[LAMP, 9], [VASE, 3]]))
    const [toast] = currentToasts()
    expect(toast?.message).toBe('Lamp: you can order only 9, and they are in your cart. Vase: you can order only 3, and they are in your cart.')
  })

  it('never takes anything out of the customer’s', async () => {
    const server = new FakeCart()
    server.quantities.set(VASE, 5)
    guestLines.write([vases(2)])

    await mergeGuestCart()

    expect(server.quantities).toEqual(new Map([[VASE, 5]]))
    expect(await server.said(VASE)).toEqual([])
  })

  it('goes no higher than a line of a cart can', async () => {
    const server = new FakeCart()
    server.products.set(LAMP, { ...server.products.get(LAMP)!, stock: 500 })
    server.quantities.set(LAMP, 98)
    guestLines.write([lamps(2)])

    await mergeGuestCart()

    expect(server.quantities.get(LAMP)).toBe(99)
  })

  it('says so of what has left the shop, and goes on with the rest', async () => {
    const server = new FakeCart()
    guestLines.write([{ productId: productId(7), quantity: 1 }, lamps(2)])

    await mergeGuestCart()

    expect(server.quantities).toEqual(new Map([[LAMP, 2]]))
    expect(currentToasts()[0]?.message).toBe('Something you chose before you logged in has left the shop.')
    expect(guestLines.read()).toEqual([])
  })

  it('says so when the customer’s has no room for another line', async () => {
    new FakeCart({ [putLamp]: () => problem(422, 'cart-full') })
    guestLines.write([lamps(2)])

    await mergeGuestCart()

    expect(currentToasts()[0]?.message).toMatch(/^Lamp: Your cart is full/)
    expect(guestLines.read()).toEqual([])
  })

  it('says of a few what does not fit, and of how many others', async () => {
    const server = new FakeCart()
    const many = Array.from({ length: 5 }, (_, serial) => productOf(productId(20 + serial), `Bowl ${serial + 1}`, 0))
    many.forEach((product) => server.products.set(product.id, product))
    guestLines.write(many.map(({ id }) => ({ productId: id, quantity: 1 })))

    await mergeGuestCart()

    expect(currentToasts()[0]?.message).toBe('Bowl 1 is sold out. Bowl 2 is sold out. Bowl 3 is sold out. 2 more products did not fit either.')
  })

  it('takes no change any more that waited for the merge to end', async () => {
    const server = new FakeCart()
    guestLines.write([lamps(2)])

    const merge = mergeGuestCart()
    const change = setGuestQuantity(LAMP, 3)

    await expect(change).rejects.toMatchObject({ status: 409 })
    await merge
    expect(server.quantities.get(LAMP)).toBe(2)
    expect(guestLines.read()).toEqual([])
  })

  describe('and fails in the middle', () => {
    it('keeps what is not there yet, says so, and adds the rest the next time', async () => {
      let isDown = true
      const server: FakeCart = new FakeCart({ [putVase]: (request) => (isDown ? problem(503, 'cart-unavailable') : server.put(VASE, request)) })
      guestLines.write([lamps(2), vases(1)])

      await mergeGuestCart()

      expect(server.quantities).toEqual(new Map([[LAMP, 2]]))
      expect(guestLines.read()).toEqual([{ ...vases(1), ...told(0, 1) }])
      expect(currentToasts()[0]?.message).toMatch(/not all in your cart yet/)
      isDown = false
      await mergeGuestCart()
      expect(server.quantities).toEqual(new Map([[LAMP, 2], [VASE, 1]]))
      expect(await server.said(LAMP)).toEqual([2])
    })

    it('adds nothing twice where the answer was lost', async () => {
      let isLost = true
      const server: FakeCart = new FakeCart({
        [putLamp]: async (request) => {
          const answer = await server.put(LAMP, request)
          if (isLost) throw new TypeError('Failed to fetch')
          return answer
        },
      })
      server.quantities.set(LAMP, 1)
      guestLines.write([lamps(2), vases(1)])

      await mergeGuestCart()
      isLost = false
      await mergeGuestCart()

      expect(server.quantities).toEqual(new Map([[LAMP, 3], [VASE, 1]]))
      expect(await server.said(LAMP)).toEqual([3])
    })

    it('adds what a reload left over of a line that had been told in part', async () => {
      const server = new FakeCart()
      server.quantities.set(LAMP, 3)
      guestLines.write([{ ...lamps(5), ...told(1, 3) }])

      await mergeGuestCart()

      expect(server.quantities.get(LAMP)).toBe(6)
    })

    it('says it again where a reload came before the server had heard', async () => {
      const server = new FakeCart()
      server.quantities.set(LAMP, 1)
      guestLines.write([{ ...lamps(2), ...told(1, 3) }])

      await mergeGuestCart()

      expect(server.quantities.get(LAMP)).toBe(3)
    })

    it('is the next customer’s where the first one did not get it', async () => {
      const server = new FakeCart()
      guestLines.write([{ ...lamps(2), ...told(1, 3, 'grace') }])

      await mergeGuestCart()

      expect(server.quantities.get(LAMP)).toBe(2)
    })

    it('goes to no other customer who logs in meanwhile', async () => {
      const server: FakeCart = new FakeCart({
        [putLamp]: async (request) => {
          const answer = await server.put(LAMP, request)
          session.begin(tokenOf('grace'), 900)
          return answer
        },
      })
      guestLines.write([lamps(2), vases(1)])

      await mergeGuestCart()

      expect(server.quantities).toEqual(new Map([[LAMP, 2]]))
      expect(guestLines.read()).toEqual([vases(1)])
    })
  })

  describe('in several tabs', () => {
    beforeEach(givenLocks)
    afterEach(closeTabs)

    it('is added by one of them', async () => {
      const server: FakeCart = new FakeCart({
        [putLamp]: async (request) => {
          await new Promise((resolve) => setTimeout(resolve, 20))
          return server.put(LAMP, request)
        },
      })
      const tabs = [await openTab(), await openTab(), await openTab()]
      tabs[0]!.session.begin(tokenOf('ada'), 900)
      await vi.waitFor(() => expect(tabs.map((tab) => tab.session.userId())).toEqual(['ada', 'ada', 'ada']))
      guestLines.write([lamps(2)])

      await Promise.all(tabs.map((tab) => tab.mergeGuestCart()))

      expect(server.quantities).toEqual(new Map([[LAMP, 2]]))
      expect(await server.said(LAMP)).toEqual([2])
    })
  })
})
