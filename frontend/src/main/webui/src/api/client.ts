import createClient, { type Client, type Middleware } from 'openapi-fetch'
import { NetworkError, problemFrom } from './problem'
import { session } from './session'
import type { ApiPaths } from './types'

const LOGIN_PATH = '/api/v1/auth/login'

/** Sends the token along, and ends the session when the server refuses it. */
const authentication: Middleware = {
  onRequest({ request }) {
    const token = session.current()?.accessToken
    if (token) request.headers.set('Authorization', `Bearer ${token}`)
    request.headers.set('Accept-Language', document.documentElement.lang)
    return request
  },
  onResponse({ request, response }) {
    if (response.status === 401 && !request.url.endsWith(LOGIN_PATH)) session.expire()
  },
  onError({ error }) {
    const aborted = error instanceof DOMException && error.name === 'AbortError'
    return aborted ? error : new NetworkError(error)
  },
}

export let api: Client<ApiPaths> = clientFor('')

/** Points the shop at its API; called once, before the first page renders. */
export function connectApi(baseUrl: string): void {
  api = clientFor(baseUrl)
}

function clientFor(baseUrl: string): Client<ApiPaths> {
  const client = createClient<ApiPaths>({ baseUrl: baseUrl || window.location.origin, fetch: (request) => globalThis.fetch(request) })
  client.use(authentication)
  return client
}

interface Answer<Body> {
  data?: Body
  error?: unknown
  response: Response
}

/** The body of a successful answer; anything else is thrown as a ProblemError or NetworkError. */
export async function unwrap<Body>(answer: Promise<Answer<Body>>): Promise<Body> {
  const { data, error, response } = await answer
  if (!response.ok) throw problemFrom(response, error)
  return data as Body
}
