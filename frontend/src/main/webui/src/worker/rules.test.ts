import { describe, expect, it } from 'vitest'
import { addressInLanguage, isCatalogue, isConfig, isPage, isPicture, isUnhashed } from './rules'

const SHOP = 'https://shop.example'
const API = 'https://api.example'
const PRODUCT = '0190a000-0000-7000-8000-000000000001'

interface Asking {
  mode?: string
  cache?: string
  headers?: Record<string, string>
}

function asked(address: string, { mode = 'cors', cache = 'default', headers = {} }: Asking = {}) {
  const url = new URL(address, SHOP)
  // A navigation cannot be made by hand.
  const request = { url: url.href, mode, cache, headers: new Headers(headers) } as unknown as Request
  return { url, request, sameOrigin: url.origin === SHOP }
}

const navigation = (address: string) => asked(address, { mode: 'navigate' })

describe('the shell stands for', () => {
  it.each(['/', '/products', `/products/${PRODUCT}?lang=fr`, '/search?q=a.b', '/orders', '/cart', '/nowhere'])('the page at %s', (address) => {
    expect(isPage(navigation(address))).toBe(true)
  })

  it.each(['/robots.txt', '/catalogue/lmp-1042.svg', '/api/v1/pictures/a1.jpg', '/api/v1/products', `${API}/products`])('nothing at %s', (address) => {
    expect(isPage(navigation(address))).toBe(false)
  })

  it('nothing that a script reads', () => {
    expect(isPage(asked('/products'))).toBe(false)
  })
})

it('only the files of the shell that keep their names are asked for again', () => {
  expect(['/theme.js', '/favicon.svg', '/site.webmanifest'].every((file) => isUnhashed(asked(file)))).toBe(true)
  expect(['/assets/index-1a2b3c4d.js', '/sw.js', '/index.html', `${API}/theme.js`].some((file) => isUnhashed(asked(file)))).toBe(false)
})

it('whether the shop answers is not answered by what was kept', () => {
  expect(isConfig(asked('/config.json'))).toBe(true)
  expect(isConfig(asked('/config.json', { cache: 'no-store' }))).toBe(false)
})

describe('of the catalogue', () => {
  const kept = ['/api/v1/products', '/api/v1/products?category=Lighting&page=1&size=24', `/api/v1/products/${PRODUCT}`, '/api/v1/categories']

  it.each([...kept, ...kept.map((path) => API + path), `${API}/prefix/api/v1/products`])('%s is kept', (address) => {
    expect(isCatalogue(asked(address))).toBe(true)
  })

  it.each(kept)('%s is not kept that is read in the name of a customer', (address) => {
    expect(isCatalogue(asked(address, { headers: { Authorization: 'Bearer a.b.c' } }))).toBe(false)
  })

  it.each([
    '/api/v1/products/search?q=lamp',
    '/api/v1/products/suggestions?q=la',
    `/api/v1/products?id=${PRODUCT}&size=1`,
    `/api/v1/products/${PRODUCT}/stock`,
    '/api/v1/products/export',
    '/api/v1/orders',
    `/api/v1/orders/${PRODUCT}`,
    '/api/v1/cart',
    '/api/v1/auth/me',
    '/api/v1/auth/refresh',
    '/api/v1/users',
    '/api/v1/admin/orders',
    '/page-reports',
  ])('%s is not', (address) => {
    expect(isCatalogue(asked(address))).toBe(false)
    expect(isPicture(asked(address))).toBe(false)
  })
})

it('pictures of products are kept, by the address that the page has for them', () => {
  expect(isPicture(asked('/catalogue/lmp-1042.svg', { mode: 'no-cors' }))).toBe(true)
  expect(isPicture(asked('/api/v1/pictures/a1.jpg', { mode: 'no-cors' }))).toBe(true)
  expect(isPicture(asked('/api/v1/pictures/a1.jpg', { headers: { Authorization: 'Bearer a.b.c' } }))).toBe(false)
  expect(isPicture(asked('https://elsewhere.example/catalogue/a.jpg', { mode: 'no-cors' }))).toBe(false)
})

it('an answer is kept by the language that it was asked for in', () => {
  const addressIn = (language: string) => addressInLanguage(asked('/api/v1/products?page=1', { headers: { 'Accept-Language': language } }).request)

  expect(addressIn('en')).toBe(`${SHOP}/api/v1/products?page=1&kept-language=en`)
  expect(addressIn('fr')).not.toBe(addressIn('en'))
})
