import { infiniteQueryOptions } from '@tanstack/react-query'
import { unwrap } from '../../api/client'
import { MINE } from '../../api/useSession'
import { staff } from '../staffApi'

/** Every order beside its reservation and its payment; where there are a great many, in several parts. */
export const reconciliationQuery = infiniteQueryOptions({
  queryKey: [MINE, 'staff', 'reconciliation'],
  queryFn: ({ pageParam }) => unwrap(staff().GET('/api/v1/admin/reconciliation', { params: { query: pageParam ? { after: pageParam } : {} } })),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor,
})
