import { afterEach, describe, expect, it, vi } from 'vitest'
import { TextStorage } from './storage'

const full = () => {
  throw new DOMException('full', 'QuotaExceededError')
}

describe('A storage', () => {
  afterEach(() => vi.restoreAllMocks())

  it('keeps what it is given where the browser does', () => {
    expect(new TextStorage(() => localStorage).set('a', '1')).toBe(true)

    const later = new TextStorage(() => localStorage)
    expect(later.get('a')).toBe('1')
    expect(later.keys()).toContain('a')
    later.remove('a')
    expect(localStorage.getItem('a')).toBeNull()
  })

  it('says what another tab wrote last', () => {
    const storage = new TextStorage(() => localStorage)
    storage.set('a', '1')

    localStorage.setItem('a', '2')

    expect(storage.get('a')).toBe('2')
  })

  it.each([
    ['full', () => localStorage],
    ['forbidden', full],
  ])('that is %s keeps it as long as the page', (_, browser) => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(full)
    const storage = new TextStorage(browser)

    expect(storage.set('b', '1')).toBe(false)

    expect(storage.get('b')).toBe('1')
    expect(storage.keys()).toContain('b')
    storage.remove('b')
    expect(storage.get('b')).toBeNull()
  })
})
