import { describe, expect, it } from 'vitest'
import { loginPath, returnPath } from './returnPath'

describe('return path', () => {
  it('leads back to where the login was asked for', () => {
    const login = new URL(loginPath('/products?sort=price&page=2'), 'http://shop')

    expect(returnPath(login.searchParams)).toBe('/products?sort=price&page=2')
  })

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])('never leaves the shop for %s', (target) => {
    expect(returnPath(new URLSearchParams({ return: target }))).toBe('/')
  })
})
