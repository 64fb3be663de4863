import { NetworkError } from './problem'

const TURN_WITHIN_MS = 15_000

/** Browsers have none on plain HTTP, but for localhost. */
const locks = (): LockManager | undefined => navigator.locks

function patience(): AbortSignal {
  const controller = new AbortController()
  setTimeout(() => controller.abort(new NetworkError('Another tab has its turn')), TURN_WITHIN_MS)
  return controller.signal
}

type Work<Result> = (hasWaited: boolean) => Promise<Result>

/**
 * Turns at something that all tabs share: one does something with it while no other does. The work is told whether another one was at it
 * before. Fails with a NetworkError when the turn does not come.
 */
function turnsAt(name: string): <Result>(work: Work<Result>) => Promise<Result> {
  /** The last one in this tab, where the browser has no locks. */
  let last: Promise<unknown> = Promise.resolve()

  return async <Result>(work: Work<Result>) => {
    const manager = locks()
    if (!manager) {
      const mine = last.then(
        () => work(false),
        () => work(false),
      )
      last = mine
      return mine
    }
    const atOnce = await manager.request(name, { ifAvailable: true }, async (lock) => lock && { result: await work(false) })
    return atOnce ? atOnce.result : manager.request(name, { signal: patience() }, () => work(true))
  }
}

/** With the session's cookie. */
export const inTurn = turnsAt('cloudshop-session')

/** With the cart of somebody without a session; who has this turn may wait for the other one, never the other way round. */
export const inGuestCartTurn = turnsAt('cloudshop-guest-cart')
