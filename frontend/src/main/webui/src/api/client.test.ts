import { afterEach, describe, expect, it } from 'vitest'
import { fakeApi, json, problem } from '../test/fakeApi'
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

  it('ends the session when the server refuses the token', async () => {
    session.begin('token', 900)
    const requests = fakeApi({ 'GET /api/v1/cart': () => problem(401, 'unauthorized') })

    await expect(unwrap(api.GET('/api/v1/cart'))).rejects.toMatchObject({ status: 401 })

    expect(session.current()).toBeNull()
    expect(session.hasLapsed()).toBe(true)
    expect(requests.length).toBeLessThanOrEqual(2)
  })

  it('asks for what is public again without the token that was refused', async () => {
    session.begin('token', 900)
    const requests = fakeApi({
      'GET /api/v1/products/search': ({ headers }) => (headers.has('Authorization') ? problem(401, 'unauthorized') : json({ items: [] })),
    })

    await expect(unwrap(api.GET('/api/v1/products/search', { params: { query: { q: 'lamp' } } }))).resolves.toEqual({ items: [] })

    expect(session.current()).toBeNull()
    expect(requests.map(({ url }) => new URL(url).search)).toEqual(['?q=lamp', '?q=lamp'])
  })

  it('sends nothing that changes something a second time', async () => {
    session.begin('token', 900)
    const requests = fakeApi({ 'DELETE /api/v1/cart': () => problem(401, 'unauthorized') })

    await expect(unwrap(api.DELETE('/api/v1/cart'))).rejects.toMatchObject({ status: 401 })

    expect(requests).toHaveLength(1)
  })

  it('does not end a session that has begun since the refused request was sent', async () => {
    session.begin('old', 900)
    fakeApi({
      'GET /api/v1/cart': () => {
        session.begin('new', 900)
        return problem(401, 'unauthorized')
      },
    })

    await expect(unwrap(api.GET('/api/v1/cart'))).rejects.toMatchObject({ status: 401 })

    expect(session.current()?.accessToken).toBe('new')
  })

  it('takes a refused login for a wrong password, not for an expired session', async () => {
    fakeApi({ 'POST /api/v1/auth/login': () => problem(401, 'invalid-credentials') })

    const login = unwrap(api.POST('/api/v1/auth/login', { body: { email: 'ada@example.org', password: 'wrong' } }))

    await expect(login).rejects.toMatchObject({ slug: 'invalid-credentials' })
    expect(session.hasLapsed()).toBe(false)
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
