import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { tokenIn } from './passwordReset'

/** The token of the link that led here, kept in memory alone: it is taken out of the address, and so out of the browser's history. Null for none. */
export function useLinkToken(): string | null {
  const { pathname, hash } = useLocation()
  const navigate = useNavigate()
  const [token, setToken] = useState(() => tokenIn(hash))

  useEffect(() => {
    const next = tokenIn(hash)
    if (next === null) return
    setToken(next)
    void navigate(pathname, { replace: true })
  }, [hash, pathname, navigate])

  return token
}
