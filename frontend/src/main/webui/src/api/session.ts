import { mark } from './mark'
import { tabs, type Message } from './tabs'

/** Somebody who is logged in, for all tabs of this browser. The access token is in their memory alone. */
export interface Session {
  userId: string
  accessToken: string
  /** Epoch milliseconds by the clock of this machine; of two sessions the later one holds. */
  issuedAt: number
  /** Epoch milliseconds. The session goes on after that: the next token is to be had for the cookie. */
  expiresAt: number
}

/**
 * Where this tab stands: with a session, without one, or with one that has ended by itself and not by a logout. A page that has just been
 * loaded may have to ask first ("resuming"), and may get no answer ("unreachable").
 */
export type Standing = 'open' | 'guest' | 'lapsed' | 'resuming' | 'unreachable'

const CLOCK_SKEW_MS = 5_000

let current: Session | null = null
let standing: Standing = mark.read() === 'open' ? 'resuming' : 'guest'
let endedAt = 0
const listeners = new Set<() => void>()

export const session = {
  current: (): Session | null => current,
  standing: (): Standing => standing,
  userId: (): string | null => current?.userId ?? null,

  /** Whether there is a session, or may be one that the server knows of. */
  isAlive(): boolean {
    return standing !== 'guest' && standing !== 'lapsed'
  },

  /** The session, if its token is still good and not this one. */
  withTokenOtherThan(accessToken: string | null): Session | null {
    return current && current.accessToken !== accessToken && current.expiresAt > Date.now() ? current : null
  },

  /** The running session; a page that has just been loaded waits until it is known whether there is one. */
  settled(): Promise<Session | null> {
    return new Promise((resolve) => {
      const forget = session.onChange(check)
      check()
      function check() {
        if (standing === 'resuming') return
        forget()
        resolve(current)
      }
    })
  },

  /** A login, or the next token, in this tab. */
  begin(accessToken: string, expiresInSeconds: number): Session {
    const now = Math.max(Date.now(), endedAt + 1, (current?.issuedAt ?? 0) + 1)
    const { sub } = claimsOf(accessToken)
    const userId = typeof sub === 'string' ? sub : accessToken
    const begun = { userId, accessToken, issuedAt: now, expiresAt: now + expiresInSeconds * 1000 - CLOCK_SKEW_MS }
    mark.set('open')
    change(begun, 'open')
    tabs.tell({ kind: 'opened', session: begun })
    return begun
  },

  /** A logout in this tab; the server is still to be told. */
  end(): void {
    if (session.isAlive()) mark.set('leaving')
    endHereAndElsewhere('guest')
  },

  /** The server knows no session any more. */
  lapse(): void {
    if (!session.isAlive()) return
    mark.set(null)
    endHereAndElsewhere('lapsed')
  },

  /** A lapse that the customer has taken note of. */
  dismissLapse(): void {
    if (standing === 'lapsed') change(null, 'guest')
  },

  /** Of a page that was just loaded: the server is being asked, or did not answer. */
  wait(next: 'resuming' | 'unreachable'): void {
    if (!current && session.isAlive()) change(null, next)
  },

  /** Of a page that comes back from the browser's cache, where it heard nothing: another tab may have ended the session. */
  recheck(): void {
    if (session.isAlive() && mark.read() !== 'open') change(null, 'guest')
    else tabs.tell({ kind: 'wanted' })
  },

  onChange(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function change(next: Session | null, nextStanding: Standing): void {
  current = next
  standing = nextStanding
  listeners.forEach((notify) => notify())
}

function endHereAndElsewhere(next: 'guest' | 'lapsed'): void {
  endedAt = Math.max(Date.now(), current?.issuedAt ?? 0)
  change(null, next)
  tabs.tell({ kind: 'ended', at: endedAt, lapsed: next === 'lapsed' })
}

tabs.onTold((message: Message) => {
  if (message.kind === 'opened') adopt(message.session)
  if (message.kind === 'ended' && message.at >= (current?.issuedAt ?? 0)) {
    endedAt = message.at
    if (session.isAlive()) change(null, message.lapsed ? 'lapsed' : 'guest')
  }
  if (message.kind === 'wanted' && session.withTokenOtherThan(null)) tabs.tell({ kind: 'opened', session: current! })
})
// Where another tab has the session, a page that is being loaded need not ask the server.
if (standing === 'resuming') tabs.tell({ kind: 'wanted' })

/** Messages may be late: what is older than what this tab knows is no news. */
function adopt(told: Session): void {
  if (told.issuedAt > Math.max(endedAt, current?.issuedAt ?? 0)) change(told, 'open')
}

/** Whether they may see the back office; the server lets nobody else do anything there. */
export const isStaff = (of: Session | null): boolean => of !== null && [claimsOf(of.accessToken)['groups']].flat().includes('admin')

/** The claims of a JWT (RFC 7519); only the server can tell whether they are true. */
function claimsOf(accessToken: string): Record<string, unknown> {
  try {
    return { ...(JSON.parse(atob(accessToken.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/'))) as object) }
  } catch {
    return {}
  }
}
