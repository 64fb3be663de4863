import { useQuery } from '@tanstack/react-query'
import type { Order, OrderStatus, OrderStep } from '../api/types'
import { classes } from '../design/classes'
import { formatDateTime } from '../design/date'
import { Icon } from '../design/Icon'
import { useTranslation } from '../design/translation'
import { historyQuery } from './queries'
import styles from './StatusTimeline.module.css'
import { timelineOf, type TimelineStep } from './timeline'

const ENDED_EARLY: OrderStatus[] = ['CANCELLED', 'REJECTED']

/** Where an order is on its way, and since when; what it reaches is read out. */
export function StatusTimeline({ order }: { order: Order }) {
  const { data: history } = useQuery(historyQuery(order.id))
  return <Timeline order={order} history={history} />
}

/** The same of an order whose history somebody else has asked for; without it the first and the last step have their dates all the same. */
export function Timeline({ order, history }: { order: Order; history: OrderStep[] | undefined }) {
  const { t } = useTranslation()
  return (
    <>
      <output className="visually-hidden">{t(`orders.step.${order.status}`)}</output>
      <ol className={styles.timeline} aria-label={t('orders.progress')}>
        {timelineOf(order, history).map((step) => (
          <Step key={step.status} step={step} />
        ))}
      </ol>
    </>
  )
}

function Step({ step: { status, state, at } }: { step: TimelineStep }) {
  const { t, language } = useTranslation()
  return (
    <li className={classes(styles[state])} aria-current={state === 'current' ? 'step' : undefined}>
      <span className={styles.dot}>{state !== 'ahead' && <Icon name={ENDED_EARLY.includes(status) ? 'cross' : 'check'} size={16} />}</span>
      <span className={styles.step}>
        {t(`orders.step.${status}`)}
        {at && (
          <time dateTime={at} className={styles.at}>
            {formatDateTime(at, language)}
          </time>
        )}
      </span>
    </li>
  )
}
