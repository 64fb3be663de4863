/** What a rule is asked about. */
interface Asked {
  url: URL
  request: Request
  sameOrigin: boolean
}

const CATALOGUE = /\/api\/v1\/(categories|products(\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?)$/
const PICTURE = /^\/catalogue\/[^/]+$|\/api\/v1\/pictures\/[^/]+$/
const FILE = /\.[^/]*$/
const UNHASHED = ['/theme.js', '/favicon.svg', '/site.webmanifest']

/** An address of the shop, which its shell shows also without a connection. */
export const isPage = ({ url, request, sameOrigin }: Asked): boolean =>
  sameOrigin && request.mode === 'navigate' && !FILE.test(url.pathname) && !url.pathname.startsWith('/api/')

/** A file of the shell whose name stays over releases. */
export const isUnhashed = ({ url, sameOrigin }: Asked): boolean => sameOrigin && UNHASHED.includes(url.pathname)

/** What the page has to know before it starts; asked for with no-store, it is whether the shop answers. */
export const isConfig = ({ url, request, sameOrigin }: Asked): boolean =>
  sameOrigin && url.pathname === '/config.json' && request.cache !== 'no-store'

/** What anybody may read of the catalogue: in nobody's name, and not the products of a cart or an order, which are asked for by their ids. */
export const isCatalogue = ({ url, request }: Asked): boolean =>
  request.mode !== 'navigate' &&
  CATALOGUE.test(url.pathname) &&
  !url.searchParams.has('id') &&
  !request.headers.has('Authorization')

/** A picture of a product, on this shop or its API. */
export const isPicture = ({ url, request, sameOrigin }: Asked): boolean =>
  sameOrigin && PICTURE.test(url.pathname) && request.mode !== 'navigate' && !request.headers.has('Authorization')

/** Under which address an answer is kept: the same one has other words in another language. */
export function addressInLanguage({ url, headers }: Pick<Request, 'url' | 'headers'>): string {
  const address = new URL(url)
  address.searchParams.set('kept-language', headers.get('Accept-Language') ?? '')
  return address.href
}
