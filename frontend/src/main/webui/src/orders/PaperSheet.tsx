import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Order } from '../api/types'
import { Button } from '../design/Button'
import { formatDate } from '../design/date'
import { ErrorNotice } from '../design/ErrorNotice'
import { Logo } from '../design/Logo'
import { SkeletonText } from '../design/Skeleton'
import { useTranslation } from '../design/translation'
import styles from './InvoicePage.module.css'

interface PaperSheetProps {
  order: Order | undefined
  /** Why it is not there. */
  error: Error | null
  onRetry: () => unknown
  /** The address of the order's own page. */
  back: string
  /** Of a sheet with the number of the order. */
  title: string
  children: (order: Order) => ReactNode
}

/** Something about an order that is printed: with the way back and a button above, which stay on the screen. */
export function PaperSheet({ order, error, onRetry, back, title, children }: PaperSheetProps) {
  const { t, language } = useTranslation()
  return (
    <>
      <div className={styles.tools}>
        <Link to={back}>{t('invoice.back')}</Link>
        {order && <Button onClick={() => window.print()}>{t('invoice.print')}</Button>}
      </div>
      {!order && (error ? <ErrorNotice error={error} onRetry={onRetry} /> : <SkeletonText lines={8} />)}
      {order && (
        <article className={styles.sheet}>
          <header className={styles.head}>
            <p className={styles.seller}>
              <Logo className={styles.logo} />
              CloudShop
            </p>
            <div>
              <h1>{t(title, { number: order.number })}</h1>
              <p>{t('invoice.date', { date: formatDate(order.createdAt, language) })}</p>
            </div>
          </header>
          {children(order)}
        </article>
      )}
    </>
  )
}
