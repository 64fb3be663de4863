import { clientFor, type ApiClient } from './calls'
import { KEPT } from '../offline/messages'
import { NetworkError, problemFrom } from './problem'
import { reach } from './reach'

/** The calls that open, prolong and end a session: with its cookie, and by themselves without an access token. */
export let entrance: ApiClient = entranceAt('')

export function connectEntrance(baseUrl: string): void {
  entrance = entranceAt(baseUrl)
}

function entranceAt(baseUrl: string): ApiClient {
  return clientFor(baseUrl, (request) => sendWith(null, request), 'include')
}

let requestId: string | null = null

/** The id of the request that was answered last, for the support desk. */
export const lastRequestId = (): string | null => requestId

/** Sends a request in the customer's language, and with this access token unless it is null; the signal gives it up. */
export async function sendWith(accessToken: string | null, request: Request, signal: AbortSignal = request.signal): Promise<Response> {
  request.headers.set('Accept-Language', document.documentElement.lang)
  if (accessToken) request.headers.set('Authorization', `Bearer ${accessToken}`)
  try {
    const response = await globalThis.fetch(request, { signal })
    if (response.headers.has(KEPT)) reach.lose()
    requestId = response.headers.get('X-Request-Id') ?? requestId
    return response
  } catch (error) {
    throw networkError(error)
  }
}

function networkError(error: unknown): Error {
  if (error instanceof Error && error.name === 'AbortError') return error
  reach.lose()
  return new NetworkError(error)
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
