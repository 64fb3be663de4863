import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reportPage, routeOf } from './pageReports'

const vitals = vi.hoisted(() => ({ report: (_: { name: string; value: number }) => undefined as void }))
vi.mock('web-vitals', () => ({
  onCLS: (report: typeof vitals.report) => (vitals.report = report),
  onFCP: () => undefined,
  onINP: () => undefined,
  onLCP: () => undefined,
  onTTFB: () => undefined,
}))

describe('what a page reports of itself', () => {
  const beacon = vi.fn<(url: string, body: Blob) => boolean>(() => true)

  beforeEach(() => {
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { sendBeacon: beacon }))
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  })
  afterEach(() => beacon.mockClear())

  it('goes out once, when the page is left', async () => {
    history.replaceState(null, '', '/products/0190A000-0000-7000-8000-000000000001/')
    reportPage()
    vitals.report({ name: 'CLS', value: 0.01 })
    dispatchEvent(
      new ErrorEvent('error', { error: new TypeError('of Ada Lovelace'), filename: `${location.origin}/assets/a-1.js`, lineno: 1, colno: 23 }),
    )
    dispatchEvent(new ErrorEvent('error', { error: 'rubbish', filename: 'https://elsewhere.example/x.js' }))
    dispatchEvent(new Event('visibilitychange'))
    dispatchEvent(new Event('visibilitychange'))

    expect(beacon).toHaveBeenCalledOnce()
    const [url, body] = beacon.mock.calls[0]!
    expect(url).toBe('/page-reports')
    expect(body.type).toBe('application/json')
    expect(JSON.parse(await text(body))).toEqual({
      route: '/products/:id',
      vitals: [{ name: 'CLS', value: 0.01 }],
      errors: [{ name: 'TypeError', at: '/assets/a-1.js:1:23' }, { name: 'Error' }],
    })
  })

  it.each([
    ['/', '/'],
    ['/products/', '/products'],
    ['/checkout/done/0190a000-0000-7000-8000-000000000001', '/checkout/done/:id'],
  ])('names the route of %s: %s', (path, route) => {
    expect(routeOf(path)).toBe(route)
  })
})

function text(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.readAsText(blob)
  })
}
