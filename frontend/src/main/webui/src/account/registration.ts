import { characterCount, REGISTRATION } from '../api/limits'
import type { Registration } from '../api/types'

export const { minLength: PASSWORD_MIN_LENGTH, maxLength: PASSWORD_MAX_LENGTH } = REGISTRATION.password

export type RegistrationErrors = Partial<Record<keyof Registration, 'account.required' | 'account.badEmail' | 'account.tooShort' | 'account.tooLong'>>

/** What is wrong before the server is asked, as message keys; the server has the last word. */
export function checkRegistration({ email, password, displayName }: Registration): RegistrationErrors {
  const errors: RegistrationErrors = {}
  if (!displayName.trim()) errors.displayName = 'account.required'
  if (!/^\S+@\S+$/.test(email.trim())) errors.email = 'account.badEmail'
  if (characterCount(password) < PASSWORD_MIN_LENGTH) errors.password = 'account.tooShort'
  if (characterCount(password) > PASSWORD_MAX_LENGTH) errors.password = 'account.tooLong'
  return errors
}
