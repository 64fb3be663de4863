import { Navigate, Outlet, useLocation } from 'react-router'
import { loginPath } from '../account/returnPath'
import { useSession, useStanding } from '../api/useSession'
import page from '../design/page.module.css'
import { PageSkeleton } from './PageSkeleton'
import { SessionUnreachable } from './SessionUnreachable'

/** Pages for customers who are logged in; everyone else logs in first and comes back. */
export function RequireSession() {
  const standing = useStanding()
  const userId = useSession()?.userId
  const { pathname, search } = useLocation()
  switch (standing) {
    case 'open':
      // Another customer's page is another page: it begins with nothing of the former one.
      return <Outlet key={userId} />
    case 'resuming':
      return <PageSkeleton />
    case 'unreachable':
      return (
        <div className={page.page}>
          <SessionUnreachable />
        </div>
      )
    default:
      return <Navigate to={loginPath(pathname + search, standing === 'lapsed' ? 'expired' : undefined)} replace />
  }
}
