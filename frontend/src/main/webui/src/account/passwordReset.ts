import { entrance, unwrap } from '../api/connection'
import { characterCount } from '../api/limits'
import { session } from '../api/session'
import { logOut } from '../api/upkeep'
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './registration'

/** How many minutes a link is good that is now on its way, if there is such an account. */
export async function requestReset(email: string): Promise<number> {
  const { expiresIn } = await unwrap(entrance.POST('/api/v1/auth/password-reset-requests', { body: { email } }))
  return Math.floor(expiresIn / 60)
}

/** Sets the password and leaves the session of this browser, which the server has ended if it is the same customer's. */
export async function resetPassword(token: string, newPassword: string): Promise<void> {
  await unwrap(entrance.POST('/api/v1/auth/password-resets', { body: { token, newPassword } }))
  if (session.isAlive()) void logOut()
}

/** What is wrong with a new password before the server is asked, as a message key. */
export function checkPassword(password: string): 'account.tooShort' | 'account.tooLong' | undefined {
  const count = characterCount(password)
  if (count < PASSWORD_MIN_LENGTH) return 'account.tooShort'
  return count > PASSWORD_MAX_LENGTH ? 'account.tooLong' : undefined
}

/** To the field that has to be corrected. */
export function focusField(name: string): void {
  document.querySelector<HTMLElement>(`form [name="${name}"]`)?.focus()
}

/** The token in an address such as "#token=abc"; null for none. */
export function tokenIn(hash: string): string | null {
  return new URLSearchParams(hash.slice(1)).get('token')
}
