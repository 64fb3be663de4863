import type { Client } from 'openapi-fetch'
import type { ApiPaths } from './types'

/** Calls of the API, typed by its contract. The library's types alone: what it does at run time weighs more than what we need of it. */
export type ApiClient = Pick<Client<ApiPaths>, 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'>

export type Send = (request: Request) => Promise<Response>

interface Options extends Omit<RequestInit, 'body'> {
  params?: { path?: Record<string, string>; query?: Record<string, unknown>; header?: Record<string, string> }
  body?: unknown
}

/** A client of the API at a base URL; empty for this page's own origin. */
export function clientFor(baseUrl: string, send: Send, credentials: RequestCredentials = 'same-origin'): ApiClient {
  const call =
    (method: string) =>
    async (path: string, { params = {}, body, headers, ...init }: Options = {}) => {
      const all = new Headers({ ...params.header, ...(headers as Record<string, string> | undefined) })
      if (body !== undefined) all.set('Content-Type', 'application/json')
      const url = (baseUrl || window.location.origin) + addressOf(path, params)
      const request = new Request(url, { credentials, ...init, method, headers: all, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
      const response = await send(request)
      // A stream is read by whoever asked for it.
      const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream')
      return isStream ? { response } : { response, ...(await contentOf(response)) }
    }
  return { GET: call('GET'), POST: call('POST'), PUT: call('PUT'), PATCH: call('PATCH'), DELETE: call('DELETE') } as unknown as ApiClient
}

/** "/products/{id}" with its id and the query's values; those that are undefined are left out, a list is said one by one. */
function addressOf(path: string, { path: names = {}, query = {} }: NonNullable<Options['params']>): string {
  const filled = path.replace(/{(\w+)}/g, (_, name: string) => encodeURIComponent(names[name]!))
  const given = Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, String(one)]))
  const search = new URLSearchParams(given).toString()
  return search ? `${filled}?${search}` : filled
}

/** An error may come from something in between, and be no JSON. */
async function contentOf(response: Response): Promise<{ data?: unknown; error?: unknown }> {
  const text = await response.text()
  if (response.ok) return { data: text ? (JSON.parse(text) as unknown) : undefined }
  try {
    return { error: JSON.parse(text) as unknown }
  } catch {
    return { error: text }
  }
}
