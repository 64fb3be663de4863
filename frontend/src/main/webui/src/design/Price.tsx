import type { Money } from '../api/types'
import { formatMoney } from './money'
import { useTranslation } from './translation'

/** An amount of money, written as the customer's language does; a dash where it is not known (yet). */
export function Price({ money, className }: { money: Money | undefined; className?: string | undefined }) {
  const { language } = useTranslation()
  if (!money) return <span className={className}>–</span>
  return (
    <data value={money.amount} className={className}>
      {formatMoney(money, language)}
    </data>
  )
}
