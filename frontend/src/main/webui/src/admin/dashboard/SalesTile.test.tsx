import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { session } from '../../api/session'
import { en } from '../../app/i18n/en'
import { enFirst } from '../../app/i18n/en.first'
import { translation } from '../../design/translation'
import { euros, fakeApi, json } from '../../test/fakeApi'
import { renderAt } from '../../test/render'
import { tokenOf } from '../../test/tokenOf'
import { speakStaff } from '../messages/speakStaff'
import { SalesTile } from './SalesTile'

const dinars = { amount: '1.500', currency: 'KWD' }
const SALES = {
  items: [
    { day: '2026-11-26', orders: 0, revenue: [] },
    { day: '2026-11-27', orders: 4, revenue: [euros('1200.00'), dinars] },
    { day: '2026-11-28', orders: 2, revenue: [euros('39.80')] },
  ],
}

beforeEach(() => {
  translation.show('en', enFirst, en)
  speakStaff()
  session.begin(tokenOf('root', 'admin'), 900)
})
afterEach(() => act(() => session.end()))

describe('sales', () => {
  it('shows today in figures and each day in a table', async () => {
    fakeApi({ 'GET /api/v1/admin/orders/sales': () => json(SALES) })
    await renderAt('/admin', <SalesTile />)

    expect(await screen.findByText('Orders today')).toBeVisible()
    const [orders, earned, inDinars] = screen.getAllByRole('definition').map(({ textContent }) => textContent)
    expect([orders, earned]).toEqual(['2', '€39.80'])
    expect(inDinars).toContain('KWD')

    await userEvent.click(screen.getByText('As a table'))
    const rows = within(screen.getByRole('table')).getAllByRole('row')
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'Day (UTC)Orders by dayRevenue by day, EURRevenue by day, KWD',
      expect.stringMatching(/^Nov 282€39\.80KWD\s0$/),
      expect.stringMatching(/^Nov 274€1,200KWD\s1\.500$/),
      expect.stringMatching(/^Nov 260€0KWD\s0$/),
    ])
  })

  it('draws one chart of orders and one for each currency, each bar as high as its value', async () => {
    fakeApi({ 'GET /api/v1/admin/orders/sales': () => json(SALES) })
    const { container } = await renderAt('/admin', <SalesTile />)
    await screen.findByText('Orders today')

    const charts = [...container.querySelectorAll('svg')]
    expect(charts).toHaveLength(3)
    const heights = [...charts[0]!.querySelectorAll('rect')].map((bar) => Number(bar.getAttribute('height')))
    expect(heights[0]).toBe(0)
    expect(heights[1]).toBeCloseTo(2 * heights[2]!)
    expect(heights[2]).toBeGreaterThan(0)
  })

  it('is drawn where nothing was sold, too', async () => {
    fakeApi({ 'GET /api/v1/admin/orders/sales': () => json({ items: SALES.items.slice(0, 1) }) })
    const { container } = await renderAt('/admin', <SalesTile />)
    await screen.findByText('Orders today')

    expect(container.querySelectorAll('svg')).toHaveLength(1)
    expect(container.innerHTML).not.toContain('NaN')
  })
})
