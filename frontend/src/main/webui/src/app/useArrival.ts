import { useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { focusMain } from '../design/focus'

/** On a new page: start at its top, and let keyboard and screen reader start at its content. */
export function useArrival(): void {
  const { pathname } = useLocation()
  const navigation = useNavigationType()
  const previous = useRef(pathname)

  useEffect(() => {
    if (previous.current === pathname) return
    previous.current = pathname
    if (navigation !== 'POP') window.scrollTo(0, 0)
    focusMain()
  }, [pathname, navigation])
}
