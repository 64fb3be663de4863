import { useSyncExternalStore } from 'react'

/** Messages in groups. One with a number has a form for each plural category of its language, such as "items_one"; "items_zero" is for none at all. */
export interface Messages {
  readonly [key: string]: string | Messages
}

/** The message of a key such as "cart.title", or of the first of several that there is one for, with its {{values}} filled in; a "count" chooses the form. */
export type Translate = (keys: string | readonly string[], values?: Readonly<Record<string, string | number | undefined>>) => string

interface Translation {
  language: string
  t: Translate
}

let messages: Messages = {}
let current: Translation = translationTo('en')
const listeners = new Set<() => void>()

/**
 * The language that the page is in, and what it says in it. A library for this (i18next) is 17 kB of what a first visit loads, which is more
 * than all pages together.
 */
export const translation = {
  current: (): Translation => current,

  /** Puts the page into a language. */
  show(language: string, ...parts: Messages[]): void {
    messages = parts.reduce(joined, {})
    announce(language)
  },

  /** Adds messages in the language that the page is in. */
  add(part: Messages): void {
    messages = joined(messages, part)
    announce(current.language)
  },

  onChange(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

export const useTranslation = (): Translation => useSyncExternalStore(translation.onChange, translation.current)

function announce(language: string): void {
  current = translationTo(language)
  listeners.forEach((notify) => notify())
}

function translationTo(language: string): Translation {
  const plural = new Intl.PluralRules(language)
  const formsOf = (key: string, count: number) => [...(count === 0 ? [`${key}_zero`] : []), `${key}_${plural.select(count)}`, `${key}_other`, key]
  const t: Translate = (keys, values = {}) => {
    const wanted = [keys].flat()
    const { count } = values
    const forms = typeof count === 'number' ? wanted.flatMap((key) => formsOf(key, count)) : wanted
    const message = forms.map(find).find((found) => found !== undefined) ?? wanted.at(-1)!
    return message.replace(/{{(\w+)}}/g, (_, name: string) => String(values[name] ?? ''))
  }
  return { language, t }
}

function find(key: string): string | undefined {
  let found: string | Messages | undefined = messages
  for (const name of key.split('.')) found = typeof found === 'object' ? found[name] : undefined
  return typeof found === 'string' ? found : undefined
}

/** One group may be said in several parts. */
function joined(one: Messages, other: Messages): Messages {
  const both = { ...one }
  for (const [key, value] of Object.entries(other)) {
    const known = both[key]
    both[key] = typeof known === 'object' && typeof value === 'object' ? joined(known, value) : value
  }
  return both
}
