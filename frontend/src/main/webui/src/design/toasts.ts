export interface Toast {
  id: number
  message: string
  /** Where the customer may want to go next, or what to do about it. */
  way?: { label: string; to: string } | { label: string; act: () => void } | undefined
}

const SHOWN_FOR_MS = 6_000
/** Time to find what can be pressed. */
const ACTION_SHOWN_FOR_MS = 10_000
const HELD_FOR_MS = 2_000

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function update(next: readonly Toast[]): void {
  toasts = next
  listeners.forEach((notify) => notify())
}

/** Says something in passing; it goes away by itself, or gives way to the next. */
export function showToast(message: string, way?: Toast['way']): void {
  const id = ++lastId
  update([{ id, message, way }])
  dismissLater(id, way && 'act' in way ? ACTION_SHOWN_FOR_MS : SHOWN_FOR_MS)
}

/** Not while the pointer or the focus is on it. */
function dismissLater(id: number, ms: number): void {
  setTimeout(() => (document.querySelector('[data-toasts]:is(:hover, :focus-within)') ? dismissLater(id, HELD_FOR_MS) : dismissToast(id)), ms)
}

export function dismissToast(id: number): void {
  update(toasts.filter((toast) => toast.id !== id))
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const currentToasts = (): readonly Toast[] => toasts
