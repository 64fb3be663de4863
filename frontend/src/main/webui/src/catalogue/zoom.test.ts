import { describe, expect, it } from 'vitest'
import { farther, isWhole, MOST, moved, nearer, WHOLE } from './zoom'

describe('a picture that is looked at closely', () => {
  it('stays where it was pointed at', () => {
    const view = nearer(WHOLE, { x: 0.2, y: -0.1 })

    expect(view.scale).toBe(1.5)
    expect(view.x).toBeCloseTo(0.2 - 0.2 * 1.5)
    expect(view.y).toBeCloseTo(-0.1 + 0.1 * 1.5)
  })

  it('comes no nearer than can be seen, and goes back to its whole', () => {
    let view = WHOLE
    for (let step = 0; step < 10; step++) view = nearer(view, { x: 0.5, y: 0.5 })
    expect(view).toEqual({ scale: MOST, x: -1.5, y: -1.5 })

    for (let step = 0; step < 10; step++) view = farther(view)
    expect(isWhole(view)).toBe(true)
    expect(view.x).toBeCloseTo(0)
    expect(view.y).toBeCloseTo(0)
  })

  it('never shows what is beyond its edges', () => {
    expect(moved(WHOLE, 0.3, 0.3)).toEqual(WHOLE)
    expect(moved({ scale: 2, x: 0, y: 0 }, 0.3, -5)).toEqual({ scale: 2, x: 0.3, y: -0.5 })
  })
})
