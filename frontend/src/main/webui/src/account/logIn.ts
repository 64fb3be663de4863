import { entrance, unwrap } from '../api/connection'
import { session } from '../api/session'
import { inTurn } from '../api/turn'
import type { Credentials, Registration } from '../api/types'

const ANSWER_WITHIN_MS = 30_000

/** Begins a session for all tabs, or fails with what the server says. */
export async function logIn(body: Credentials): Promise<void> {
  await inTurn(async () => {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
    const { accessToken, expiresIn } = await unwrap(entrance.POST('/api/v1/auth/login', { body, signal }))
    session.begin(accessToken, expiresIn)
  })
}

/** Creates the account and logs in with it. */
export async function register(body: Registration): Promise<void> {
  await unwrap(entrance.POST('/api/v1/auth/register', { body }))
  await logIn({ email: body.email, password: body.password })
}
