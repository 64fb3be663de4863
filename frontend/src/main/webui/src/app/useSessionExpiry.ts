import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { loginPath } from '../account/returnPath'
import { session } from '../api/session'
import { MINE, useSession } from '../api/useSession'

/** Sends the customer to the login when the server refuses the token, and forgets what was theirs. */
export function useSessionExpiry(): void {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const queryClient = useQueryClient()
  const loggedIn = useSession() !== null

  useEffect(() => session.onExpired(() => navigate(loginPath(pathname + search, 'expired'))), [navigate, pathname, search])

  useEffect(() => {
    if (!loggedIn) queryClient.removeQueries({ queryKey: [MINE] })
  }, [loggedIn, queryClient])
}
