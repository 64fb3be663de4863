import { QueryClient } from '@tanstack/react-query'
import { NetworkError, ProblemError } from '../api/problem'
import { session } from '../api/session'
import { MINE } from '../api/useSession'
import { drafts } from '../checkout/draft'

const MAX_RETRIES = 2

/** Answers stay fresh for half a minute; only what may heal by itself is asked again. */
export function createQueryClient(): QueryClient {
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, error) => failures < MAX_RETRIES && mayHeal(error),
      },
      mutations: { networkMode: 'always' },
    },
  })
  forgetFormerCustomers(queryClient)
  return queryClient
}

function mayHeal(error: Error): boolean {
  return (error instanceof NetworkError && navigator.onLine) || (error instanceof ProblemError && error.status >= 500)
}

/** Forgets what was a customer's before any page shows it to the next one; what is typed only a logout forgets. */
function forgetFormerCustomers(queryClient: QueryClient): void {
  let whose = session.userId()
  session.onChange(() => {
    if (session.userId() === whose) return
    if (session.standing() === 'guest') drafts.forgetAll()
    whose = session.userId()
    queryClient.removeQueries({ queryKey: [MINE] })
  })
}
