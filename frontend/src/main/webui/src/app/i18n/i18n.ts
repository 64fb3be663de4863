import { browserStorage } from '../../design/storage'
import { translation } from '../../design/translation'

export const LANGUAGES = { en: 'English', fr: 'Français' } as const
export type Language = keyof typeof LANGUAGES

const STORAGE_KEY = 'cloudshop.language'

/** What a first visit waits for, and what the pages behind it say besides. */
const messagesOf = {
  en: { first: async () => (await import('./en.first')).enFirst, rest: async () => (await import('./en')).en },
  fr: { first: async () => (await import('./fr.first')).frFirst, rest: async () => (await import('./fr')).fr },
}

let language: Language = 'en'
let isWhole = false

/** The language to begin with: that of the address, else the remembered one, else the first of the browser's that we speak, else English. */
export function preferredLanguage(asked: string | null, remembered: string | null, browserLanguages: readonly string[]): Language {
  const wanted = [asked ?? '', remembered ?? '', ...browserLanguages].map((tag) => tag.slice(0, 2).toLowerCase())
  return wanted.find(isLanguage) ?? 'en'
}

export async function startI18n(): Promise<void> {
  language = preferredLanguage(new URLSearchParams(location.search).get('lang'), browserStorage.get(STORAGE_KEY), navigator.languages)
  translation.show(language, await messagesOf[language].first())
  document.documentElement.lang = language
}

/** Sees to it that every page can say what it has to. */
export async function completeMessages(): Promise<void> {
  if (isWhole) return
  const wanted = language
  const rest = await messagesOf[wanted].rest()
  // Another language is whole already.
  if (isWhole || wanted !== language) return
  isWhole = true
  translation.add(rest)
}

/** Switches the language at once and remembers it. */
export async function chooseLanguage(chosen: Language): Promise<void> {
  const { first, rest } = messagesOf[chosen]
  const parts = await Promise.all([first(), rest()])
  language = chosen
  isWhole = true
  translation.show(chosen, ...parts)
  document.documentElement.lang = chosen
  browserStorage.set(STORAGE_KEY, chosen)
}

function isLanguage(tag: string): tag is Language {
  return tag in LANGUAGES
}
