import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { renderAt } from '../test/render'
import { Pagination, usePageTurned } from './Pagination'

function Listed() {
  const list = usePageTurned<HTMLDivElement>()
  return (
    <>
      <div ref={list} tabIndex={-1} role="region" aria-label="Results" />
      <Pagination page={0} pageCount={3} hrefOf={(page) => `/products?page=${page + 1}`} />
    </>
  )
}

describe('pagination', () => {
  it('leaves focus and scroll alone on arrival', async () => {
    const scrollTo = vi.spyOn(window, 'scrollTo').mockReturnValue()

    await renderAt('/products', <Listed />)

    expect(scrollTo).not.toHaveBeenCalled()
    expect(document.body).toHaveFocus()
  })

  it('begins at the top of what the next page lists', async () => {
    const scrollTo = vi.spyOn(window, 'scrollTo').mockReturnValue()
    await renderAt('/products', <Listed />)

    await userEvent.click(screen.getByRole('link', { name: 'Next' }))

    expect(scrollTo).toHaveBeenLastCalledWith(0, 0)
    expect(screen.getByRole('region', { name: 'Results' })).toHaveFocus()
  })
})
