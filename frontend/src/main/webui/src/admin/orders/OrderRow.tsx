import { useRef } from 'react'
import { Link } from 'react-router'
import type { Order, ShippingAddress } from '../../api/types'
import { itemCount } from '../../cart/itemCount'
import { Button } from '../../design/Button'
import { formatDateTime } from '../../design/date'
import { Price } from '../../design/Price'
import { useTranslation } from '../../design/translation'
import { OrderStatusBadge } from '../../orders/OrderStatusBadge'
import styles from '../Staff.module.css'
import { nextMove, useMove } from './queue'

/** An order in the queue. Once it is moved its link has the focus: the same key pressed twice must not move it twice. */
export function OrderRow({ order, isChosen, onChoose }: { order: Order; isChosen: boolean; onChoose: (isChosen: boolean) => void }) {
  const { t, language } = useTranslation()
  const link = useRef<HTMLAnchorElement>(null)
  const { mutate, isPending } = useMove(order, () => link.current?.focus())
  const move = nextMove(order)
  return (
    <tr>
      <td>
        {move && (
          <input
            type="checkbox"
            className={styles.choice}
            aria-label={t('staff.orders.bulk.choose', { number: order.number })}
            checked={isChosen}
            onChange={(event) => onChoose(event.target.checked)}
          />
        )}
      </td>
      <th scope="row" className={styles.short}>
        <Link ref={link} to={`/admin/orders/${order.id}`} data-order="">
          {order.number}
        </Link>
      </th>
      <td>
        <OrderStatusBadge status={order.status} />
      </td>
      <td>
        {move && (
          <Button key={move} look="secondary" busy={isPending} aria-label={t('staff.of', { label: t(`staff.orders.${move}`), of: order.number })} onClick={() => mutate(move)}>
            {t(`staff.orders.${move}`)}
          </Button>
        )}
      </td>
      <td>{order.shippingAddress ? <Destination address={order.shippingAddress} /> : t('staff.orders.forgotten')}</td>
      <td className={styles.number}>{itemCount(order.lines)}</td>
      <td className={styles.number}>
        <Price money={order.total} />
      </td>
      <td className={styles.short}>
        <time dateTime={order.createdAt}>{formatDateTime(order.createdAt, language)}</time>
      </td>
    </tr>
  )
}

function Destination({ address: { name, city, country } }: { address: ShippingAddress }) {
  return (
    <>
      {name}
      <small>
        {city}, {country}
      </small>
    </>
  )
}
