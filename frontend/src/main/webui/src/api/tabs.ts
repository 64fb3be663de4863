import type { Session } from './session'

/** What the tabs of one browser tell each other. Nothing of it is stored. */
export type Message =
  | { kind: 'opened'; session: Session }
  | { kind: 'ended'; at: number; lapsed: boolean }
  /** Whoever has the session, please tell. */
  | { kind: 'wanted' }
  /** The customer's cart or orders are not what they were. */
  | { kind: 'changed' }

export const CHANNEL = 'cloudshop'

const channel = new BroadcastChannel(CHANNEL)

export const tabs = {
  /** Tells all other tabs, not this one. */
  tell(message: Message): void {
    channel.postMessage(message)
  },

  onTold(listener: (message: Message) => void): () => void {
    const hear = ({ data }: MessageEvent) => listener(data as Message)
    channel.addEventListener('message', hear)
    return () => channel.removeEventListener('message', hear)
  },
}
