import type { OrderStatus } from '../api/types'
import { Badge, type BadgeTone } from '../design/Badge'
import { useTranslation } from '../design/translation'

const TONES: Record<OrderStatus, BadgeTone> = {
  PENDING: 'notice',
  CONFIRMED: 'success',
  SHIPPED: 'success',
  DELIVERED: 'success',
  CANCELLED: 'neutral',
  REJECTED: 'danger',
}

export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const { t } = useTranslation()
  return <Badge tone={TONES[status]}>{t(`orders.status.${status}`)}</Badge>
}
