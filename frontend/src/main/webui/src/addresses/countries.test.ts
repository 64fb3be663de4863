import { describe, expect, it } from 'vitest'
import { COUNTRIES, countriesIn, countryName } from './countries'

describe('countries', () => {
  it('are codes, each once', () => {
    expect(COUNTRIES.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([])
    expect(new Set(COUNTRIES).size).toBe(COUNTRIES.length)
  })

  it.each(['en', 'fr'])('all have a name in %s', (language) => {
    expect(countriesIn(language).filter(({ code, name }) => name === code)).toEqual([])
  })

  it('are in the order of the language', () => {
    const names = countriesIn('fr').map(({ name }) => name)

    expect(names.indexOf('Égypte')).toBeLessThan(names.indexOf('Estonie'))
    expect(names).toContain('Allemagne')
  })

  it('show what an old order has in their place', () => {
    expect(countryName('Germany', 'en')).toBe('Germany')
    expect(countryName('', 'en')).toBe('')
  })
})
