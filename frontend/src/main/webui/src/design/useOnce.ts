import { useRef } from 'react'

/** Whether something has been so since this is on the page: what was shown is not taken away again because it is read anew. */
export function useOnce(isSo: boolean): boolean {
  const was = useRef(false)
  was.current ||= isSo
  return was.current
}
