export interface Toast {
  id: number
  message: string
  /** Where the customer may want to go next. */
  link?: { to: string; label: string } | undefined
}

const SHOWN_FOR_MS = 6_000

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function update(next: readonly Toast[]): void {
  toasts = next
  listeners.forEach((notify) => notify())
}

/** Says something in passing; it goes away by itself, or gives way to the next. */
export function showToast(message: string, link?: Toast['link']): void {
  const id = ++lastId
  update([{ id, message, link }])
  setTimeout(() => dismissToast(id), SHOWN_FOR_MS)
}

export function dismissToast(id: number): void {
  update(toasts.filter((toast) => toast.id !== id))
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const currentToasts = (): readonly Toast[] => toasts
