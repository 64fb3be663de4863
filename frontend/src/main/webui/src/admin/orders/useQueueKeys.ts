import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { browserStorage } from '../../design/storage'

const KEPT_AS = 'cloudshop.staff.keysOff'

/**
 * Keys J and K put the focus on the next and the former order of a list, whose links carry data-order; Enter opens it, as it does every
 * link. They can be switched off (WCAG 2.1.4): who dictates would press them by speaking. J on the last order asks for more.
 */
export function useQueueKeys<E extends HTMLElement>(onEnd: () => void): { list: RefObject<E | null>; isOn: boolean; turn: (on: boolean) => void } {
  const list = useRef<E>(null)
  const [isOn, setOn] = useState(browserStorage.get(KEPT_AS) === null)
  const atEnd = useRef(onEnd)
  atEnd.current = onEnd

  useLayoutEffect(() => {
    if (!isOn) return
    const hear = (event: KeyboardEvent) => {
      const step = stepOf(event)
      if (!step || isTyping(event.target)) return
      event.preventDefault()
      if (!moveFocus(list.current, step)) atEnd.current()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [isOn])

  function turn(on: boolean) {
    setOn(on)
    if (on) browserStorage.remove(KEPT_AS)
    else browserStorage.set(KEPT_AS, 'true')
  }

  return { list, isOn, turn }
}

function stepOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): 1 | -1 | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  return key.toLowerCase() === 'j' ? 1 : key.toLowerCase() === 'k' ? -1 : undefined
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input:not([type=checkbox]), select, textarea, dialog') !== null
}

/** False where the list ends. */
function moveFocus(list: HTMLElement | null, step: 1 | -1): boolean {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-order]') ?? [])]
  const here = rows.findIndex((row) => row.closest('tr')?.contains(document.activeElement))
  const next = rows[here < 0 ? 0 : here + step]
  next?.focus()
  return next !== undefined || step < 0
}
