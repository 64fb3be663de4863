import { Navigate, Outlet, useLocation } from 'react-router'
import { loginPath } from '../account/returnPath'
import { session } from '../api/session'
import { useSession } from '../api/useSession'

/** Pages for customers who are logged in; everyone else logs in first and comes back. */
export function RequireSession() {
  const loggedIn = useSession() !== null
  const { pathname, search } = useLocation()
  return loggedIn ? <Outlet /> : <Navigate to={loginPath(pathname + search, session.hasLapsed() ? 'expired' : undefined)} replace />
}
