import { vi } from 'vitest'

type Handler = (request: Request) => Response | Promise<Response>

/** Answers fetch by "METHOD /path"; what is not listed is a 404 problem. Returns the requests it saw. */
export function fakeApi(handlers: Record<string, Handler>): Request[] {
  const seen: Request[] = []
  vi.stubGlobal('fetch', async (asked: Request | string, { signal }: RequestInit = {}) => {
    const input = typeof asked === 'string' ? new Request(new URL(asked, window.location.href)) : asked
    seen.push(input.clone())
    const handler = handlers[`${input.method} ${new URL(input.url).pathname}`]
    return handler ? Promise.race([handler(input), givenUp(signal)]) : problem(404, 'not-found')
  })
  return seen
}

const givenUp = (signal?: AbortSignal | null) =>
  new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)))

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
}

export function problem(status: number, slug: string, more: object = {}, headers: Record<string, string> = {}): Response {
  const body = { type: `https://cloudshop.example/problems/${slug}`, title: slug, status, detail: slug, instance: '/', ...more }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'X-Request-Id': 'req-1', ...headers },
  })
}

export const euros = (amount: string) => ({ amount, currency: 'EUR' })
