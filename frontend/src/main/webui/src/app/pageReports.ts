import { onCLS, onFCP, onINP, onLCP, onTTFB, type Metric } from 'web-vitals'

interface ScriptError {
  name: string
  at?: string
}

interface PageReport {
  route: string
  vitals: { name: string; value: number }[]
  errors: ScriptError[]
}

const ADDRESS = '/page-reports'
const MOST = 10
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

/**
 * Tells the service of the page how quick it was and which errors nobody caught, once, when it is left: for its metrics, without
 * anything about the person. Loaded when the page has nothing else to do.
 */
export function reportPage(): void {
  const report: PageReport = { route: routeOf(location.pathname), vitals: [], errors: [] }
  const add = ({ name, value }: Metric) => void (report.vitals.length < MOST && report.vitals.push({ name, value }))
  ;[onCLS, onFCP, onINP, onLCP, onTTFB].forEach((on) => on(add))
  const fail = (error: ScriptError) => void (report.errors.length < MOST && report.errors.push(error))
  addEventListener('error', (event) => fail({ name: nameOf(event.error), ...placeOf(event) }))
  addEventListener('unhandledrejection', (event) => fail({ name: nameOf(event.reason) }))
  // The library's last values come with the same event, and before: it listens while events go down the tree.
  addEventListener('visibilitychange', () => void (document.visibilityState === 'hidden' && send(report)))
}

function send(report: PageReport): void {
  if (report.vitals.length === 0 && report.errors.length === 0) return
  navigator.sendBeacon(ADDRESS, new Blob([JSON.stringify(report)], { type: 'application/json' }))
  report.vitals = []
  report.errors = []
}

/** As the router has it: ids tell nobody how quick a page is. */
export function routeOf(path: string): string {
  return path.replace(ID, ':id').replace(/(.)\/$/, '$1').slice(0, 60)
}

function nameOf(thrown: unknown): string {
  const name = thrown instanceof Error ? thrown.name.replace(/[^A-Za-z]/g, '').slice(0, 40) : ''
  return name || 'Error'
}

function placeOf({ filename, lineno, colno }: ErrorEvent): { at?: string } {
  const path = filename.startsWith(location.origin) ? filename.slice(location.origin.length) : ''
  return /^\/[-A-Za-z0-9_./]{1,120}$/.test(path) ? { at: `${path}:${lineno}:${colno}` } : {}
}
