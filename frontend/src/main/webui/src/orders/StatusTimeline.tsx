import { useTranslation } from 'react-i18next'
import type { OrderStatus } from '../api/types'
import { classes } from '../design/classes'
import { Icon } from '../design/Icon'
import styles from './StatusTimeline.module.css'
import { timelineOf } from './timeline'

const ENDED_EARLY: OrderStatus[] = ['CANCELLED', 'REJECTED']

export function StatusTimeline({ status }: { status: OrderStatus }) {
  const { t } = useTranslation()
  return (
    <ol className={styles.timeline} aria-label={t('orders.progress')}>
      {timelineOf(status).map((step) => (
        <li key={step.status} className={classes(styles[step.state])} aria-current={step.state === 'current' ? 'step' : undefined}>
          <span className={styles.dot}>
            {step.state !== 'ahead' && <Icon name={ENDED_EARLY.includes(step.status) ? 'cross' : 'check'} size={16} />}
          </span>
          {t(`orders.step.${step.status}`)}
        </li>
      ))}
    </ol>
  )
}
