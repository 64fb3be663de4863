import { clientFor, type ApiClient } from './calls'
import { connectEntrance, sendWith } from './connection'
import { ProblemError } from './problem'
import { session, type Session } from './session'
import { renewed } from './upkeep'

export { unwrap } from './connection'

const PUBLIC = ['/api/v1/products', '/api/v1/categories']

export let api: ApiClient = clientFor('', send)

/** Where the API is; empty for this page's own origin. */
export let apiBaseUrl = ''

/** Points the shop at its API; called once, before the first page renders. */
export function connectApi(baseUrl: string): void {
  apiBaseUrl = baseUrl
  api = clientFor(baseUrl, send)
  connectEntrance(baseUrl)
}

/** What everybody may read waits for no session, and is to be had without one; the rest is sent in the customer's. */
function send(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const isPublic = request.method === 'GET' && PUBLIC.some((path) => pathname.startsWith(path))
  return isPublic ? sendPublic(request) : sendOwn(request)
}

async function sendPublic(request: Request): Promise<Response> {
  const used = session.withTokenOtherThan(null)
  const again = request.clone()
  const response = await sendWith(used && used.accessToken, request)
  return response.status === 401 && used ? sendWith(null, again) : response
}

/** Without a session nothing is asked for. A token that is refused is renewed once, and the request, with which the server has done nothing, sent once more. */
export async function sendOwn(request: Request): Promise<Response> {
  const used = session.withTokenOtherThan(null) ?? (await next(session.current()))
  if (!used) throw new ProblemError(401, {}, null)
  const again = request.clone()
  const response = await sendWhileAlive(used.accessToken, request)
  if (response.status !== 401) return response

  const renewedSession = await next(used)
  if (!renewedSession) return response
  const answer = await sendWith(renewedSession.accessToken, again)
  if (answer.status === 401 && session.current() === renewedSession) session.lapse()
  return answer
}

/** Nobody looks at what was read for a session that ends meanwhile: it would be a refusal. What changes something is not given up. */
async function sendWhileAlive(accessToken: string, request: Request): Promise<Response> {
  if (request.method !== 'GET') return sendWith(accessToken, request)
  const reading = new AbortController()
  const forget = session.onChange(() => session.isAlive() || reading.abort())
  return sendWith(accessToken, request, reading.signal).finally(forget)
}

/** The same customer's session with another token, or null when it is over: nothing is sent in the name of somebody else. */
async function next(before: Session | null): Promise<Session | null> {
  const after = before && (await renewed(before.accessToken))
  return after?.userId === before?.userId ? after : null
}
