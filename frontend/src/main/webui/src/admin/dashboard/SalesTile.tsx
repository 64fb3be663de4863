import { useQuery } from '@tanstack/react-query'
import type { Sales } from '../../api/types'
import { Card } from '../../design/Card'
import { formatDay } from '../../design/date'
import { ErrorNotice } from '../../design/ErrorNotice'
import { formatMoneyShort } from '../../design/money'
import page from '../../design/page.module.css'
import { SkeletonText } from '../../design/Skeleton'
import { useTranslation } from '../../design/translation'
import styles from '../Staff.module.css'
import { BarChart } from './BarChart'
import { currenciesOf, earnedOn, salesQuery } from './sales'
import { SalesTable } from './SalesTable'

/** What was sold today and on the days before. */
export function SalesTile() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(salesQuery)
  return (
    <Card className={page.stack}>
      <h2>{t('staff.sales.title')}</h2>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonText lines={9} />}
      {data && <Figures sales={data} />}
    </Card>
  )
}

function Figures({ sales }: { sales: Sales }) {
  const { t, language } = useTranslation()
  const count = new Intl.NumberFormat(language)
  const money = (value: number, currency: string) => formatMoneyShort({ amount: String(value), currency }, language)
  const currencies = currenciesOf(sales)
  const today = sales.items.at(-1)!
  const bars = (value: (day: Sales['items'][number]) => number) => sales.items.map((day) => ({ label: formatDay(day.day, language), value: value(day) }))
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('staff.sales.ordersToday')}</dt>
        <dd>{count.format(today.orders)}</dd>
        {currencies.flatMap((currency) => [
          <dt key={currency}>{t('staff.sales.revenueToday')}</dt>,
          <dd key={`${currency}-sum`}>{money(earnedOn(today, currency), currency)}</dd>,
        ])}
      </dl>
      <div className={styles.pair}>
        <div className={page.stack}>
          <h3>{t('staff.sales.orders')}</h3>
          <BarChart bars={bars(({ orders }) => orders)} format={count.format} />
        </div>
        {currencies.map((currency) => (
          <div key={currency} className={page.stack}>
            <h3>{t('staff.sales.revenue', { currency })}</h3>
            <BarChart bars={bars((day) => earnedOn(day, currency))} format={(value) => money(value, currency)} />
          </div>
        ))}
      </div>
      <details>
        <summary>{t('staff.sales.table')}</summary>
        <SalesTable sales={sales} />
      </details>
    </>
  )
}
