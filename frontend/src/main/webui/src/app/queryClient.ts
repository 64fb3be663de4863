import { QueryClient } from '@tanstack/react-query'
import { NetworkError, ProblemError } from '../api/problem'

const MAX_RETRIES = 2

/** Answers stay fresh for half a minute; only what may heal by itself is asked again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: 'always',
        retry: (failures, error) => failures < MAX_RETRIES && mayHeal(error),
      },
      mutations: { networkMode: 'always' },
    },
  })
}

function mayHeal(error: Error): boolean {
  return error instanceof NetworkError || (error instanceof ProblemError && error.status >= 500)
}
