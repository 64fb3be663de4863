/** Whether the cart is open at the side of the page, and what there is to say about it. */
export interface DrawerState {
  isOpen: boolean
  message?: string | undefined
}

let state: DrawerState = { isOpen: false }
const listeners = new Set<() => void>()

function update(next: DrawerState): void {
  state = next
  listeners.forEach((notify) => notify())
}

export const drawer = {
  current: (): DrawerState => state,

  open: (message?: string): void => update({ isOpen: true, message }),

  /** What it says stays until it is closed. */
  close: (): void => void (state.isOpen && update({ ...state, isOpen: false })),

  onChange(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
