import { vi } from 'vitest'

/** The locks of a browser (Web Locks API), which jsdom has none of: exclusive ones by name, in the order they were asked for. */
export function givenLocks(): void {
  const queues = new Map<string, Promise<unknown>>()
  const held = new Set<string>()
  const request = async (name: string, options: LockOptions, work: (lock: Lock | null) => Promise<unknown>): Promise<unknown> => {
    if (options.ifAvailable && held.has(name)) return work(null)
    const before = queues.get(name) ?? Promise.resolve()
    held.add(name)
    const mine = before.then(() => work({ name, mode: 'exclusive' }))
    const settled = mine.catch(() => undefined)
    queues.set(name, settled)
    void settled.then(() => queues.get(name) === settled && held.delete(name))
    return mine
  }
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as Navigator, { locks: { request } }))
}

const channels: BroadcastChannel[] = []

/** Another tab of this browser: the same storage, channel and locks, a memory of its own. */
export async function openTab() {
  vi.resetModules()
  const Channel = BroadcastChannel
  vi.stubGlobal(
    'BroadcastChannel',
    class extends Channel {
      constructor(name: string) {
        super(name)
        channels.push(this)
      }

      override postMessage(message: unknown) {
        if (channels.includes(this)) super.postMessage(message)
      }
    },
  )
  const { session } = await import('../api/session')
  const { renewed, resume } = await import('../api/renewal')
  const { logOut, startSession } = await import('../api/upkeep')
  const { logIn } = await import('../account/logIn')
  const { tabs } = await import('../api/tabs')
  const { api, unwrap } = await import('../api/client')
  const { mergeGuestCart } = await import('../cart/mergeGuestCart')
  return { session, renewed, resume, logOut, startSession, logIn, tabs, api, unwrap, mergeGuestCart }
}

/** Closes the tabs that are open: they say and hear nothing any more. */
export function closeTabs(): void {
  channels.splice(0).forEach((channel) => channel.close())
}

export type Tab = Awaited<ReturnType<typeof openTab>>
