import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ProblemError } from '../api/problem'
import { renderAt } from '../test/render'
import { ErrorNotice } from './ErrorNotice'

const tooFast = new ProblemError(429, {}, null, 2)

describe('trying again', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('waits for as long as the shop wants, and keeps the focus', async () => {
    const onRetry = vi.fn()
    await renderAt('/', <ErrorNotice error={tooFast} onRetry={onRetry} />)
    const button = screen.getByRole('button', { name: 'Try again' })
    button.focus()

    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveTextContent('Try again in 2 s')
    fireEvent.click(button)
    act(() => vi.advanceTimersByTime(1_000))
    expect(button).toHaveTextContent('Try again in 1 s')
    act(() => vi.advanceTimersByTime(1_000))

    expect(button).toHaveTextContent(/^Try again$/)
    expect(button).not.toHaveAttribute('aria-disabled')
    expect(button).toHaveFocus()
    expect(onRetry).not.toHaveBeenCalled()
    fireEvent.click(button)
    expect(onRetry).toHaveBeenCalledOnce()
  })

  it('is possible at once where nobody asks to wait', async () => {
    await renderAt('/', <ErrorNotice error={new ProblemError(503, {}, null)} onRetry={vi.fn()} />)

    expect(screen.getByRole('button', { name: 'Try again' })).not.toHaveAttribute('aria-disabled')
  })
})
