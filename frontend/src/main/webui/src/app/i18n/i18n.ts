import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'

export const LANGUAGES = { en: 'English', fr: 'Français' } as const
export type Language = keyof typeof LANGUAGES

const STORAGE_KEY = 'cloudshop.language'

const messagesOf = {
  en: async () => (await import('./en')).en,
  fr: async () => (await import('./fr')).fr,
}

/** The language to begin with: the remembered one, else the first of the browser's that we speak, else English. */
export function preferredLanguage(remembered: string | null, browserLanguages: readonly string[]): Language {
  const wanted = [remembered ?? '', ...browserLanguages].map((tag) => tag.slice(0, 2).toLowerCase())
  return wanted.find(isLanguage) ?? 'en'
}

export async function startI18n(): Promise<i18n> {
  const language = preferredLanguage(localStorage.getItem(STORAGE_KEY), navigator.languages)
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: await messagesOf[language]() } },
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = language
  return i18next
}

/** Switches the language at once and remembers it. */
export async function chooseLanguage(language: Language): Promise<void> {
  i18next.addResourceBundle(language, 'translation', await messagesOf[language]())
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  localStorage.setItem(STORAGE_KEY, language)
}

function isLanguage(tag: string): tag is Language {
  return tag in LANGUAGES
}
