import { queryOptions } from '@tanstack/react-query'
import { unwrap } from '../../api/client'
import type { Sales, SalesDay } from '../../api/types'
import { MINE } from '../../api/useSession'
import { staff } from '../staffApi'

const DAYS = 30

/** Orders and revenue of the last thirty days. */
export const salesQuery = queryOptions({
  queryKey: [MINE, 'staff', 'sales', DAYS],
  queryFn: () => unwrap(staff().GET('/api/v1/admin/orders/sales', { params: { query: { days: DAYS } } })),
})

/** The currencies that were earned in, each once. */
export function currenciesOf({ items }: Sales): string[] {
  return [...new Set(items.flatMap(({ revenue }) => revenue.map(({ currency }) => currency)))].sort()
}

/** What a day earned in a currency. */
export function earnedOn({ revenue }: SalesDay, currency: string): number {
  return Number(revenue.find((sum) => sum.currency === currency)?.amount ?? 0)
}
