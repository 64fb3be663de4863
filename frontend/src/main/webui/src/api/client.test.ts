import { afterEach, describe, expect, it } from 'vitest'
import { fakeApi, json, problem } from '../test/fakeApi'
import { tokenOf } from '../test/tokenOf'
import { api, unwrap } from './client'
import { NetworkError, ProblemError } from './problem'
import { session } from './session'

describe('api client', () => {
  afterEach(() => session.end())

  it('sends the token and the language along', async () => {
    session.begin('token', 900)
    document.documentElement.lang = 'fr'
    const requests = fakeApi({ 'GET /api/v1/cart': () => json({ items: [] }) })

    await unwrap(api.GET('/api/v1/cart'))

    expect(requests[0]?.headers.get('Authorization')).toBe('Bearer token')
    expect(requests[0]?.headers.get('Accept-Language')).toBe('fr')
  })

  it('renews a token that is refused, and sends the request once more, whatever it is', async () => {
    session.begin(tokenOf('ada'), 900)
    const requests = fakeApi({
      'POST /api/v1/auth/refresh': () => json({ accessToken: `${tokenOf('ada')}-next`, tokenType: 'Bearer', expiresIn: 900 }),
      'PUT /api/v1/cart/items/lamp': ({ headers }) => (headers.get('Authorization')?.endsWith('-next') ? json({ items: [] }) : problem(401, 'unauthorized')),
    })

    await unwrap(api.PUT('/api/v1/cart/items/{productId}', { params: { path: { productId: 'lamp' } }, body: { quantity: 3 } }))

    expect(requests.map(({ method }) => method)).toEqual(['PUT', 'POST', 'PUT'])
    await expect(requests[2]?.json()).resolves.toEqual({ quantity: 3 })
  })

  it('renews a token that has expired before it sends anything with it', async () => {
    session.begin(tokenOf('ada'), 0)
    const requests = fakeApi({
      'POST /api/v1/auth/refresh': () => json({ accessToken: `${tokenOf('ada')}-next`, tokenType: 'Bearer', expiresIn: 900 }),
      'GET /api/v1/cart': () => json({ items: [] }),
    })

    await unwrap(api.GET('/api/v1/cart'))

    expect(requests.map(({ method }) => method)).toEqual(['POST', 'GET'])
    expect(requests[1]?.headers.get('Authorization')).toMatch(/-next$/)
  })

  it('says that the session has ended when there is no other token', async () => {
    session.begin('token', 900)
    const requests = fakeApi({ 'GET /api/v1/cart': () => problem(401, 'unauthorized'), 'POST /api/v1/auth/refresh': () => problem(401, 'refresh-refused') })

    await expect(unwrap(api.GET('/api/v1/cart'))).rejects.toMatchObject({ slug: 'unauthorized' })

    expect(session.standing()).toBe('lapsed')
    expect(requests).toHaveLength(2)
  })

  it('does not go on for ever with tokens that are refused', async () => {
    session.begin(tokenOf('ada'), 900)
    const requests = fakeApi({
      'POST /api/v1/auth/refresh': () => json({ accessToken: `${tokenOf('ada')}-next`, tokenType: 'Bearer', expiresIn: 900 }),
      'GET /api/v1/cart': () => problem(401, 'unauthorized'),
    })

    await expect(unwrap(api.GET('/api/v1/cart'))).rejects.toMatchObject({ status: 401 })

    expect(requests).toHaveLength(3)
    expect(session.standing()).toBe('lapsed')
  })

  it('keeps the session while the shop cannot be asked for the next token', async () => {
    session.begin('token', 900)
    fakeApi({ 'GET /api/v1/cart': () => problem(401, 'unauthorized'), 'POST /api/v1/auth/refresh': () => problem(503, 'upstream-unavailable') })

    await expect(unwrap(api.GET('/api/v1/cart'))).rejects.toMatchObject({ slug: 'upstream-unavailable' })

    expect(session.standing()).toBe('open')
  })

  it('asks for what is public without the token that was refused, and waits for no other one', async () => {
    session.begin('token', 900)
    const requests = fakeApi({
      'GET /api/v1/products/search': ({ headers }) => (headers.has('Authorization') ? problem(401, 'unauthorized') : json({ items: [] })),
    })

    await expect(unwrap(api.GET('/api/v1/products/search', { params: { query: { q: 'lamp' } } }))).resolves.toEqual({ items: [] })

    expect(requests.map(({ url }) => new URL(url).search)).toEqual(['?q=lamp', '?q=lamp'])
  })

  it('sends nothing in the name of somebody else who has logged in since', async () => {
    session.begin(tokenOf('ada'), 900)
    const requests = fakeApi({
      'DELETE /api/v1/cart': () => {
        session.begin(tokenOf('grace'), 900)
        return problem(401, 'unauthorized')
      },
    })

    await expect(unwrap(api.DELETE('/api/v1/cart'))).rejects.toMatchObject({ status: 401 })

    expect(requests).toHaveLength(1)
    expect(session.userId()).toBe('grace')
  })

  it('asks for nothing of the customer without a session', async () => {
    const requests = fakeApi({})

    await expect(unwrap(api.GET('/api/v1/cart'))).rejects.toMatchObject({ status: 401 })

    expect(requests).toEqual([])
  })

  it('gives up what it reads for a session that ends, and finishes what it changes', async () => {
    session.begin(tokenOf('ada'), 900)
    let answer = (_: Response) => {}
    const answered = new Promise<Response>((resolve) => (answer = resolve))
    fakeApi({ 'GET /api/v1/cart': () => answered, 'DELETE /api/v1/cart': () => answered })
    const reading = unwrap(api.GET('/api/v1/cart'))
    const changing = unwrap(api.DELETE('/api/v1/cart'))
    await Promise.resolve()

    session.end()

    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
    answer(json({ items: [] }))
    await expect(changing).resolves.toEqual({ items: [] })
  })

  it('leaves out what a query does not say', async () => {
    const noPrice = { minPrice: undefined } as object
    const requests = fakeApi({ 'GET /api/v1/products': () => json({ items: [] }) })

    await unwrap(api.GET('/api/v1/products', { params: { query: { category: 'Bags & More', page: 0, ...noPrice } } }))

    expect(new URL(requests[0]!.url).searchParams.toString()).toBe('category=Bags+%26+More&page=0')
  })

  it('reads the problem, its request id and how long to wait', async () => {
    fakeApi({ 'GET /api/v1/categories': () => problem(429, 'rate-limited', {}, { 'Retry-After': '7' }) })

    const error: unknown = await unwrap(api.GET('/api/v1/categories')).catch((caught: unknown) => caught)

    expect(error).toBeInstanceOf(ProblemError)
    expect(error).toMatchObject({ slug: 'rate-limited', requestId: 'req-1', retryAfterSeconds: 7 })
  })

  it('copes with an error page that is no problem document', async () => {
    fakeApi({ 'GET /api/v1/categories': () => new Response('<h1>Bad gateway</h1>', { status: 502 }) })

    await expect(unwrap(api.GET('/api/v1/categories'))).rejects.toMatchObject({ status: 502, slug: null })
  })

  it('calls a connection that fails a network error', async () => {
    fakeApi({ 'GET /api/v1/categories': () => Promise.reject(new TypeError('Failed to fetch')) })

    await expect(unwrap(api.GET('/api/v1/categories'))).rejects.toBeInstanceOf(NetworkError)
  })
})
