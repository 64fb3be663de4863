import { infiniteQueryOptions } from '@tanstack/react-query'
import { unwrap } from '../../api/client'
import { MINE } from '../../api/useSession'
import { staff } from '../staffApi'

/** Which service could not deliver them, and where it shows them. */
const PATHS = {
  orders: '/api/v1/admin/outbox/dead-letters',
  products: '/api/v1/admin/products/outbox/dead-letters',
  users: '/api/v1/admin/users/outbox/dead-letters',
} as const

export type Outbox = keyof typeof PATHS
export const OUTBOXES = Object.keys(PATHS) as Outbox[]

const PAGE_SIZE = 25

export const deadLettersKey = (of: Outbox) => [MINE, 'staff', 'dead-letters', of]

export function deadLettersQuery(of: Outbox) {
  return infiniteQueryOptions({
    queryKey: deadLettersKey(of),
    queryFn: ({ pageParam }) => unwrap(staff().GET(pathOf(of), { params: { query: { after: pageParam, size: PAGE_SIZE } } })),
    initialPageParam: 0,
    getNextPageParam: ({ nextCursor }) => (nextCursor ? Number(nextCursor) : undefined),
  })
}

/** All of them answer alike. */
const pathOf = (of: Outbox) => PATHS[of] as (typeof PATHS)['orders']

export type Fate = 'replay' | 'drop'

export async function decideOn(of: Outbox, id: number, fate: Fate): Promise<void> {
  const params = { params: { path: { id } } }
  await unwrap(fate === 'drop' ? staff().DELETE(`${pathOf(of)}/{id}`, params) : staff().POST(`${pathOf(of)}/{id}/replay`, params))
}
