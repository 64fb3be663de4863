import { mark } from './mark'
import { session, type Session } from './session'

/** What keeps a session going is loaded once there is one: most visitors have none. */
const upkeep = () => import('./renewal')

/** Another access token than this one; null when the session is over. Fails when the shop cannot be asked. */
export async function renewed(accessToken: string): Promise<Session | null> {
  return (await upkeep()).renewed(accessToken)
}

/** Finds out whether the customer of an earlier visit is still logged in. */
export async function resume(): Promise<void> {
  await (await upkeep()).resume()
}

/** Ends the session at once in all tabs, then at the server: at the latest when the shop is visited again. */
export async function logOut(): Promise<void> {
  const token = session.current()?.accessToken ?? null
  session.end()
  await (await upkeep()).leave(token)
}

/** Takes up what an earlier visit has left; called once the API is connected. */
export async function startSession(): Promise<void> {
  session.onChange(() => session.current() && void upkeep())
  if (session.current()) await upkeep()
  else if (mark.read() === 'leaving') await (await upkeep()).leave(null)
  else if (session.standing() === 'resuming') await resume()
}
