import { useEffect, useRef, type MouseEvent, type MouseEventHandler, type ReactNode } from 'react'

export const MAIN_ID = 'main'

/** To the content of the page: where the focus goes when what had it is about to leave. */
export function focusMain(): void {
  document.getElementById(MAIN_ID)?.focus({ preventScroll: true })
}

/** A button out of use that keeps the focus; from a disabled one it falls to the top of the page. */
export function inactive(when: boolean, onClick?: MouseEventHandler<HTMLButtonElement>) {
  return { 'aria-disabled': when || undefined, onClick: when ? ignored : onClick }
}

function ignored(event: MouseEvent): void {
  event.preventDefault()
}

/** What the customer has to know before anything else: it has the focus as soon as it is there. */
export function TakesFocus({ children }: { children: ReactNode }) {
  const self = useRef<HTMLDivElement>(null)
  useEffect(() => self.current?.focus(), [])
  return (
    <div ref={self} tabIndex={-1}>
      {children}
    </div>
  )
}
