import { describe, expect, it } from 'vitest'
import { en } from './en'
import { enFirst } from './en.first'
import { fr } from './fr'
import { frFirst } from './fr.first'
import { preferredLanguage } from './i18n'

function flatten(messages: object, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flatten(value as object, `${prefix}${key}.`),
  )
}

const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort()

describe('languages', () => {
  const english = [...flatten(enFirst), ...flatten(en)]
  const french = new Map([...flatten(frFirst), ...flatten(fr)])

  it('French says everything English says', () => {
    expect([...french.keys()]).toEqual(english.map(([key]) => key))
  })

  it('both have the same placeholders', () => {
    const different = english.filter(([key, text]) => String(placeholders(text)) !== String(placeholders(french.get(key) ?? '')))

    expect(different).toEqual([])
  })
})

describe('preferred language', () => {
  it.each([
    [null, 'fr', ['en-GB'], 'fr'],
    [null, null, ['de-DE', 'fr-CH', 'en'], 'fr'],
    [null, null, ['de-DE'], 'en'],
    [null, 'xx', ['fr'], 'fr'],
    ['fr', 'en', ['en'], 'fr'],
    ['xx', 'fr', ['en'], 'fr'],
  ])('asked for by the address %s, remembered %s, browser %j: %s', (asked, remembered, browser, expected) => {
    expect(preferredLanguage(asked, remembered, browser)).toBe(expected)
  })
})
