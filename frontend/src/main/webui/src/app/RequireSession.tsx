import { Navigate, Outlet, useLocation } from 'react-router'
import { loginPath } from '../account/returnPath'
import { ProblemError } from '../api/problem'
import { resume } from '../api/upkeep'
import { useSession, useStanding } from '../api/useSession'
import { ErrorNotice } from '../design/ErrorNotice'
import page from '../design/page.module.css'
import { PageSkeleton } from './PageSkeleton'

const UNREACHABLE = new ProblemError(503, {}, null)

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
          <ErrorNotice error={UNREACHABLE} onRetry={() => void resume()} />
        </div>
      )
    default:
      return <Navigate to={loginPath(pathname + search, standing === 'lapsed' ? 'expired' : undefined)} replace />
  }
}
