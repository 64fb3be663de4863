import { useTranslation } from 'react-i18next'
import type { Money } from '../api/types'
import { formatMoney } from './money'

/** An amount of money, written as the customer's language does. */
export function Price({ money, className }: { money: Money; className?: string | undefined }) {
  const { i18n } = useTranslation()
  return (
    <data value={money.amount} className={className}>
      {formatMoney(money, i18n.language)}
    </data>
  )
}
