import type { Sales } from '../../api/types'
import { formatDay } from '../../design/date'
import { formatMoneyShort } from '../../design/money'
import { useTranslation } from '../../design/translation'
import styles from '../Staff.module.css'
import { currenciesOf, earnedOn } from './sales'

/** What the charts show, for whoever cannot see them: today first. */
export function SalesTable({ sales }: { sales: Sales }) {
  const { t, language } = useTranslation()
  const count = new Intl.NumberFormat(language)
  const currencies = currenciesOf(sales)
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('staff.sales.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('staff.sales.day')}</th>
            <th scope="col" className={styles.number}>
              {t('staff.sales.orders')}
            </th>
            {currencies.map((currency) => (
              <th scope="col" key={currency} className={styles.number}>
                {t('staff.sales.revenue', { currency })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sales.items.toReversed().map((day) => (
            <tr key={day.day}>
              <th scope="row">{formatDay(day.day, language)}</th>
              <td className={styles.number}>{count.format(day.orders)}</td>
              {currencies.map((currency) => (
                <td key={currency} className={styles.number}>
                  {formatMoneyShort({ amount: String(earnedOn(day, currency)), currency }, language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
