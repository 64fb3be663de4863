import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// A machine that builds something else besides is slow, not wrong.
configure({ asyncUtilTimeout: 5_000 })

afterEach(() => {
  cleanup()
  sessionStorage.clear()
  localStorage.clear()
})

// jsdom cannot show dialogs.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true
}
HTMLDialogElement.prototype.close = function () {
  this.open = false
}

// Nor has it any idea of what is on the screen: all of it.
globalThis.IntersectionObserver = class {
  constructor(private readonly see: IntersectionObserverCallback) {}

  observe() {
    this.see([{ isIntersecting: true } as IntersectionObserverEntry], this as unknown as IntersectionObserver)
  }

  disconnect() {}
} as unknown as typeof IntersectionObserver
