import type { Registration } from '../api/types'

export const PASSWORD_MIN_LENGTH = 12

export type RegistrationErrors = Partial<Record<keyof Registration, string>>

/** What is wrong before the server is asked, as message keys; the server has the last word. */
export function checkRegistration({ email, password, displayName }: Registration): RegistrationErrors {
  const errors: RegistrationErrors = {}
  if (!displayName.trim()) errors.displayName = 'account.required'
  if (!/^\S+@\S+$/.test(email.trim())) errors.email = 'account.badEmail'
  if (password.length < PASSWORD_MIN_LENGTH) errors.password = 'account.tooShort'
  return errors
}
