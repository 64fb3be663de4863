import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { CategoryTiles } from '../catalogue/CategoryTiles'
import { fakeApi, json } from '../test/fakeApi'
import { renderAt } from '../test/render'
import { chooseLanguage } from './i18n/i18n'
import { LanguageSwitch } from './LanguageSwitch'

const labels: Record<string, string> = { en: 'Lighting', fr: 'Luminaires' }

describe('language switch', () => {
  afterEach(() => chooseLanguage('en'))

  it('reads the catalogue again in the new language, and filters by what does not change', async () => {
    document.documentElement.lang = 'en'
    fakeApi({
      'GET /api/v1/categories': ({ headers }) => json([{ name: 'Lighting', label: labels[headers.get('Accept-Language')!], productCount: 3 }]),
    })
    await renderAt(
      '/',
      <>
        <LanguageSwitch />
        <CategoryTiles />
      </>,
    )
    expect(await screen.findByText('Lighting')).toBeVisible()

    await userEvent.click(screen.getByRole('button', { name: 'FR – Français' }))

    expect(await screen.findByText('Luminaires')).toBeVisible()
    expect(screen.getByRole('link', { name: /Luminaires/ })).toHaveAttribute('href', '/products?category=Lighting')
  })
})
