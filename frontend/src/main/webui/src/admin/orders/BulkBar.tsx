import type { Order } from '../../api/types'
import { useTranslation } from '../../design/translation'
import { Confirmed } from '../Confirmed'
import styles from '../Staff.module.css'
import { useBulkMove } from './bulk'
import { nextMove, type Move } from './queue'

const MOVES: Move[] = ['ship', 'deliver']

/** What can be done with the chosen orders together. */
export function BulkBar({ chosen, onMoved }: { chosen: Order[]; onMoved: (id: string) => void }) {
  const { t } = useTranslation()
  const { mutate, isPending, done } = useBulkMove(onMoved)
  return (
    <div className={styles.actions}>
      <p role="status">{isPending ? t('staff.orders.bulk.progress', { count: done }) : t('staff.orders.bulk.chosen', { count: chosen.length })}</p>
      {MOVES.map((move) => {
        const orders = chosen.filter((order) => nextMove(order) === move)
        const label = t(`staff.orders.bulk.${move}`, { count: orders.length })
        return (
          orders.length > 0 && (
            <Confirmed
              key={move}
              label={label}
              title={label}
              text={t(`staff.orders.bulk.sure.${move}`)}
              busy={isPending}
              onConfirm={() => mutate({ orders, move })}
            />
          )
        )
      })}
    </div>
  )
}
