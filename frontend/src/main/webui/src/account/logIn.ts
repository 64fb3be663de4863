import { api, unwrap } from '../api/client'
import { session } from '../api/session'
import type { Credentials, Registration } from '../api/types'

/** Begins a session, or fails with what the server says. */
export async function logIn(body: Credentials): Promise<void> {
  const { accessToken, expiresIn } = await unwrap(api.POST('/api/v1/auth/login', { body }))
  session.begin(accessToken, expiresIn)
}

/** Creates the account and logs in with it. */
export async function register(body: Registration): Promise<void> {
  await unwrap(api.POST('/api/v1/auth/register', { body }))
  await logIn({ email: body.email, password: body.password })
}
