import { describe, expect, it } from 'vitest'
import { en } from './en'
import { fr } from './fr'
import { preferredLanguage } from './i18n'

function flatten(messages: object, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flatten(value as object, `${prefix}${key}.`),
  )
}

const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort()

describe('languages', () => {
  const french = new Map(flatten(fr))

  it('French says everything English says', () => {
    expect([...french.keys()]).toEqual(flatten(en).map(([key]) => key))
  })

  it('both have the same placeholders', () => {
    const different = flatten(en).filter(([key, english]) => String(placeholders(english)) !== String(placeholders(french.get(key) ?? '')))

    expect(different).toEqual([])
  })
})

describe('preferred language', () => {
  it.each([
    ['fr', ['en-GB'], 'fr'],
    [null, ['de-DE', 'fr-CH', 'en'], 'fr'],
    [null, ['de-DE'], 'en'],
    ['xx', ['fr'], 'fr'],
  ])('remembered %s, browser %j: %s', (remembered, browser, expected) => {
    expect(preferredLanguage(remembered, browser)).toBe(expected)
  })
})
