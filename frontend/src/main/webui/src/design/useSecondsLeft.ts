import { useEffect, useState } from 'react'
import { ProblemError } from '../api/problem'

/** How long the shop wants to be left alone after this error (Retry-After), counted down to 0. */
export function useSecondsLeft(error: unknown): number {
  const [seconds, setSeconds] = useState(() => secondsOf(error))

  useEffect(() => {
    const until = Date.now() + secondsOf(error) * 1_000
    const count = () => setSeconds(Math.max(0, Math.ceil((until - Date.now()) / 1_000)))
    count()
    const timer = setInterval(count, 1_000)
    return () => clearInterval(timer)
  }, [error])

  return seconds
}

const secondsOf = (error: unknown) => (error instanceof ProblemError && error.retryAfterSeconds) || 0
