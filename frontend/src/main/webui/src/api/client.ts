import createClient, { type Client, type Middleware } from 'openapi-fetch'
import { NetworkError, problemFrom } from './problem'
import { session } from './session'
import type { ApiPaths } from './types'

const LOGIN_PATH = '/api/v1/auth/login'

/** Sends the token along, and ends the session when the server refuses it; what is public is then asked for without one. */
const authentication: Middleware = {
  onRequest({ request }) {
    const token = session.current()?.accessToken
    if (token) request.headers.set('Authorization', `Bearer ${token}`)
    request.headers.set('Accept-Language', document.documentElement.lang)
    return request
  },
  onResponse({ request, response }) {
    if (response.status !== 401 || request.url.endsWith(LOGIN_PATH)) return undefined
    const token = request.headers.get('Authorization')?.replace('Bearer ', '') ?? null
    session.refuse(token)
    return token && request.method === 'GET' ? withoutToken(request) : undefined
  },
  onError({ error }) {
    return networkError(error)
  },
}

async function withoutToken(request: Request): Promise<Response> {
  const again = new Request(request)
  again.headers.delete('Authorization')
  try {
    return await globalThis.fetch(again)
  } catch (error) {
    throw networkError(error)
  }
}

function networkError(error: unknown): Error {
  const aborted = error instanceof DOMException && error.name === 'AbortError'
  return aborted ? error : new NetworkError(error)
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
