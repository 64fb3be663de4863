import { browserStorage } from './storage'

export type Theme = 'light' | 'dark'

const STORAGE_KEY = 'cloudshop.theme'

/** The theme on the screen: what the customer chose, else what the system prefers. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset['theme']
  if (chosen === 'light' || chosen === 'dark') return chosen
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Remembered; public/theme.js applies it before the first paint of the next visit. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
  browserStorage.set(STORAGE_KEY, theme)
}
