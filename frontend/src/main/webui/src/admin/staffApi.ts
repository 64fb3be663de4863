import { clientFor, type ApiClient } from '../api/calls'
import { apiBaseUrl, sendOwn } from '../api/client'
import { NetworkError, problemFrom } from '../api/problem'

const ANSWER_WITHIN_MS = 30_000

/** Calls of the API in the session of a member of staff, also where everybody may read; whoever does not answer in time is not waited for. */
export function staff(): ApiClient {
  return clientFor(apiBaseUrl, (request) => inTime(sendOwn(request), ANSWER_WITHIN_MS))
}

/** Sends or fetches what is no JSON. Fails with the problem that the server tells. */
export async function staffFetch(path: string, init: RequestInit, withinMs: number): Promise<Response> {
  const request = new Request((apiBaseUrl || window.location.origin) + path, init)
  const response = await inTime(sendOwn(request), withinMs)
  if (!response.ok) throw problemFrom(response, await response.json().catch(() => null))
  return response
}

/** Fails where no answer comes in time; what the server has done by then, the next look shows. */
export function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NetworkError('no answer in time')), ms)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
