import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { renderAt } from '../test/render'
import { Gallery } from './Gallery'

const enlarge = () => screen.getByRole('button', { name: 'Enlarge the picture of Vase' })
const frame = () => screen.getByRole('group', { name: /^The picture/ })
const transform = () => (frame().firstElementChild as HTMLElement).style.transform
const scale = () => within(screen.getByRole('dialog')).getByRole('status').textContent

async function whenOpened() {
  await renderAt('/', <Gallery src="/catalogue/vase.svg" name="Vase" />)
  await userEvent.click(enlarge())
  // As the browser does, which jsdom cannot.
  screen.getByRole('button', { name: 'Close' }).focus()
  vi.spyOn(frame(), 'getBoundingClientRect').mockReturnValue({ left: 100, top: 100, width: 400, height: 400 } as DOMRect)
}

/** From one place of the screen to another. */
function drag(...places: [number, number][]) {
  const at = ([clientX, clientY]: [number, number]) => ({ clientX, clientY, button: 0, isPrimary: true, pointerId: 1 })
  fireEvent(frame(), pointer('pointerdown', at(places[0]!)))
  places.slice(1).forEach((place) => fireEvent(frame(), pointer('pointermove', at(place))))
  fireEvent(frame(), pointer('pointerup', at(places.at(-1)!)))
}

/** jsdom has no pointer events. */
function pointer(type: string, { isPrimary, pointerId, ...mouse }: MouseEventInit & { isPrimary: boolean; pointerId: number }) {
  return Object.assign(new MouseEvent(type, { bubbles: true, cancelable: true, ...mouse }), { isPrimary, pointerId })
}

describe('the picture of a product', () => {
  it('opens large by keyboard, called by the product', async () => {
    await renderAt('/', <Gallery src="/catalogue/vase.svg" name="Vase" />)
    await userEvent.tab()
    expect(enlarge()).toHaveFocus()

    await userEvent.keyboard('{Enter}')

    const dialog = screen.getByRole('dialog', { name: 'Vase' })
    expect(within(dialog).getByRole('img', { name: 'Vase' })).toHaveAttribute('src', '/catalogue/vase.svg')
    expect(scale()).toBe('100 %')
  })

  it('is no larger where there is none', async () => {
    await renderAt('/', <Gallery src={undefined} name="Vase" />)

    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it('comes nearer and goes away with keys and buttons', async () => {
    await whenOpened()
    expect(screen.getByRole('button', { name: 'Farther' })).toHaveAttribute('aria-disabled', 'true')

    await userEvent.keyboard('++')
    expect(scale()).toBe('225 %')
    await userEvent.keyboard('-')
    expect(scale()).toBe('150 %')
    await userEvent.click(screen.getByRole('button', { name: 'Nearer' }))
    expect(scale()).toBe('225 %')
    await userEvent.click(screen.getByRole('button', { name: 'Farther' }))
    expect(scale()).toBe('150 %')
    await userEvent.click(screen.getByRole('button', { name: 'All of it' }))
    expect(transform()).toBe('translate(0%, 0%) scale(1)')
  })

  it('comes no nearer than four times, and keeps the focus on the button then', async () => {
    await whenOpened()
    const button = screen.getByRole('button', { name: 'Nearer' })

    for (let click = 0; click < 6; click++) await userEvent.click(button)

    expect(scale()).toBe('400 %')
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveFocus()
  })

  it('leaves the keys of the browser alone', async () => {
    await whenOpened()

    await userEvent.keyboard('{Control>}+{/Control}')

    expect(scale()).toBe('100 %')
  })

  it('shows with an arrow what is there, up to its edge', async () => {
    await whenOpened()
    await userEvent.keyboard('+')

    await userEvent.keyboard('{ArrowRight}')
    expect(transform()).toBe('translate(-15%, 0%) scale(1.5)')
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{ArrowUp}{ArrowUp}')
    expect(transform()).toBe('translate(-25%, 15%) scale(1.5)')
  })

  it('comes nearer where it is clicked, and is whole again after the nearest', async () => {
    await whenOpened()

    drag([400, 300])
    expect(transform()).toBe('translate(-12.5%, 0%) scale(1.5)')
    for (let click = 0; click < 3; click++) drag([300, 300])
    expect(scale()).toBe('400 %')
    drag([300, 300])
    expect(scale()).toBe('100 %')
  })

  it('is pulled by a pointer', async () => {
    await whenOpened()
    await userEvent.keyboard('+')

    drag([300, 300], [340, 300], [340, 260])

    expect(transform()).toBe('translate(10%, -10%) scale(1.5)')
  })

  it('is whole when it is opened again', async () => {
    await whenOpened()
    await userEvent.keyboard('++')

    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    await userEvent.click(enlarge())

    expect(scale()).toBe('100 %')
  })
})
