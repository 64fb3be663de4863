import type { Problem } from '../api/problem'
import type { Money } from '../api/types'
import { formatMoney } from '../design/money'
import { Notice } from '../design/Notice'
import { useTranslation } from '../design/translation'
import type { Attempt } from './attempt'
import { changedPrices } from './priceChange'

/** What the order would cost now instead of what was shown, and by which of its lines. */
export function PriceChanged({ problem, attempt }: { problem: Problem; attempt: Attempt }) {
  const { t, language } = useTranslation()
  const written = (money: Money | undefined) => (money ? formatMoney(money, language) : '–')
  return (
    <Notice tone="danger" title={t('checkout.priceChangedTitle')}>
      <p>{t('checkout.priceChangedText', { before: written(attempt.body.expectedTotal), now: written(problem.total) })}</p>
      <ul>
        {changedPrices(attempt, problem).map(({ productId, name, before, now }) => (
          <li key={productId}>{t('checkout.priceChangedLine', { name, before: written(before), now: written(now) })}</li>
        ))}
      </ul>
    </Notice>
  )
}
