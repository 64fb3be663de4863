import { Navigate, Outlet, useLocation } from 'react-router'
import { loginPath } from '../account/returnPath'
import { useSession } from '../api/useSession'

/** Pages for customers who are logged in; everyone else logs in first and comes back. */
export function RequireSession() {
  const session = useSession()
  const { pathname, search } = useLocation()
  return session ? <Outlet /> : <Navigate to={loginPath(pathname + search)} replace />
}
