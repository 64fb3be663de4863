import { FORGET } from '../offline/messages'
import { entrance, unwrap } from './connection'
import { mark } from './mark'
import { ProblemError } from './problem'
import { session, type Session } from './session'
import { CHANNEL, tabs, type Message } from './tabs'
import { inTurn } from './turn'

const ANSWER_WITHIN_MS = 10_000
/** How long another tab may take to hand over the token that it has. */
const TOLD_WITHIN_MS = 1_000
/** How long a page that was closed or reloaded may wait for the answer, whose cookie the browser still takes. */
const COOKIE_WITHIN_MS = 3_000
const PASSED_ON_WITHIN_MS = 500
const RENEWED_BEFORE_EXPIRY_MS = 60_000

let running: Promise<Session | null> | null = null

/** Another access token than this one (null: any); null when the session is over. One refresh is enough for all tabs. */
export function renewed(stale: string | null): Promise<Session | null> {
  running ??= inTurn((hasWaited) => fromOtherTabs(stale, hasWaited).then((told) => told ?? refresh()))
    .finally(() => (running = null))
  return running
}

/** What another tab has got meanwhile, or is about to get. */
async function fromOtherTabs(stale: string | null, hasWaited: boolean): Promise<Session | null> {
  const cookieIsDue = mark.refreshSentAt() + COOKIE_WITHIN_MS - Date.now()
  const patience = Math.max(hasWaited ? TOLD_WITHIN_MS : 0, Math.min(cookieIsDue, COOKIE_WITHIN_MS))
  return session.withTokenOtherThan(stale) ?? (patience > 0 ? told(stale, patience) : null)
}

function told(stale: string | null, withinMs: number): Promise<Session | null> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      forget()
      resolve(session.withTokenOtherThan(stale))
    }
    const timer = setTimeout(finish, withinMs)
    const forget = session.onChange(() => (session.withTokenOtherThan(stale) || !session.isAlive()) && finish())
    tabs.tell({ kind: 'wanted' })
  })
}

/** Trades the cookie for the next token. The request outlives the page, so that the cookie of its answer is not lost. */
async function refresh(): Promise<Session | null> {
  if (!session.isAlive()) return null
  mark.setRefreshSentAt(Date.now())
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
    const { accessToken, expiresIn } = await unwrap(entrance.POST('/api/v1/auth/refresh', { keepalive: true, signal }))
    // A logout goes before: it waits for its turn with the cookie that has just come.
    if (!session.isAlive()) return null
    const begun = session.begin(accessToken, expiresIn)
    await passedOn(begun)
    return begun
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 401) throw error
    session.lapse()
    return null
  } finally {
    mark.setRefreshSentAt(null)
  }
}

/** Hears what this tab tells, as another tab would. */
const ear = new BroadcastChannel(CHANNEL)

/** The turn ends when the browser has passed the token on: whoever has the next turn knows it. */
function passedOn({ issuedAt }: Session): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PASSED_ON_WITHIN_MS)
    ear.onmessage = ({ data }: MessageEvent<Message>) => data.kind === 'opened' && data.session.issuedAt === issuedAt && resolve()
  })
}

/** Finds out whether the customer of an earlier visit is still logged in. */
export async function resume(): Promise<void> {
  session.wait('resuming')
  await renewed(null).catch(() => session.wait('unreachable'))
}

/** Tells the server of a logout; what it does not hear now it is told at the next visit. */
export async function leave(accessToken: string | null): Promise<void> {
  forgetSeen()
  await inTurn(async () => {
    // Somebody may have logged in since.
    if (mark.read() !== 'leaving') return
    const headers = accessToken ? { Authorization: `Bearer ${accessToken}` } : {}
    await unwrap(entrance.POST('/api/v1/auth/logout', { headers, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }))
    mark.set(null)
  }).catch(() => undefined)
}

/** Whoever comes next to this machine does not see what was looked at; for all tabs. */
function forgetSeen(): void {
  if ('serviceWorker' in navigator) void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage(FORGET))
}

let timer: ReturnType<typeof setTimeout> | undefined

/** Renews in good time where somebody looks at the page. A timer that slept with the machine is late: so is the token, which is due then. */
function schedule(): void {
  clearTimeout(timer)
  const current = session.current()
  if (current) timer = setTimeout(renewIfDue, Math.max(0, current.expiresAt - RENEWED_BEFORE_EXPIRY_MS - Date.now()))
}

/** Once: where that fails, the customer's next request or return to the page tries again. */
function renewIfDue(): void {
  if (document.visibilityState === 'hidden') return
  if (session.standing() === 'unreachable') return void resume()
  const current = session.current()
  if (current && current.expiresAt - RENEWED_BEFORE_EXPIRY_MS <= Date.now()) renewed(current.accessToken).catch(() => undefined)
}

session.onChange(schedule)
document.addEventListener('visibilitychange', renewIfDue)
window.addEventListener('online', renewIfDue)
window.addEventListener('pageshow', ({ persisted }) => persisted && session.recheck())
schedule()
