import type { CartLine, Product } from '../api/types'
import { euros, fakeApi, json, problem } from './fakeApi'

export const productId = (serial: number) => `0190aaaa-0000-7000-8000-${String(serial).padStart(12, '0')}`

export const LAMP = productId(1)
export const VASE = productId(2)

export function productOf(id: string, name: string, stock: number): Product {
  const at = '2026-01-01T00:00:00Z'
  return { id, sku: name, name, description: '', category: 'Home', price: euros('20.00'), stock, version: 1, createdAt: at, updatedAt: at }
}

type Handlers = Parameters<typeof fakeApi>[0]

/** A shop with a lamp (nine of them) and a vase (three), and a customer's cart that remembers what it was told. */
export class FakeCart {
  readonly quantities = new Map<string, number>()
  readonly products = new Map([productOf(LAMP, 'Lamp', 9), productOf(VASE, 'Vase', 3)].map((product) => [product.id, product]))
  readonly requests: Request[]

  constructor(others: Handlers = {}) {
    this.requests = fakeApi({
      'GET /api/v1/products': (request) => json({ items: this.asked(request) }),
      'GET /api/v1/cart': () => json(this.cart()),
      ...Object.fromEntries([LAMP, VASE].map((id) => [`PUT /api/v1/cart/items/${id}`, (request: Request) => this.put(id, request)])),
      ...others,
    })
  }

  /** What was said of a product, in order. */
  async said(id: string): Promise<number[]> {
    const puts = this.requests.filter(({ method, url }) => method === 'PUT' && url.endsWith(id))
    return Promise.all(puts.map(async (request) => ((await request.clone().json()) as CartLine).quantity))
  }

  async put(id: string, request: Request): Promise<Response> {
    if (!this.products.has(id)) return problem(404, 'unknown-product')
    this.quantities.set(id, ((await request.json()) as CartLine).quantity)
    return json(this.cart())
  }

  private asked({ url }: Request): Product[] {
    const ids = new URL(url).searchParams.getAll('id')
    return ids.flatMap((id) => this.products.get(id) ?? [])
  }

  private cart() {
    const items = [...this.quantities].map(([productId, quantity]) => ({ productId, quantity, available: this.products.get(productId)?.stock ?? 0 }))
    return { items, total: euros('0.00'), version: 'v1' }
  }
}
