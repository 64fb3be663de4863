import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { MINE, useSession } from '../api/useSession'

/** Forgets what was the customer's when the session ends. */
export function useForgetting(): void {
  const queryClient = useQueryClient()
  const loggedIn = useSession() !== null

  useEffect(() => {
    if (!loggedIn) queryClient.removeQueries({ queryKey: [MINE] })
  }, [loggedIn, queryClient])
}
