import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { unwrap } from '../../api/client'
import type { AdministeredUser } from '../../api/types'
import { MINE } from '../../api/useSession'
import { staff } from '../staffApi'

export const USERS_A_PAGE = 25

export const usersKey = [MINE, 'staff', 'users']

export function usersQuery(q: string, page: number) {
  return queryOptions({
    queryKey: [...usersKey, q, page],
    queryFn: () => unwrap(staff().GET('/api/v1/users', { params: { query: { page, size: USERS_A_PAGE, ...(q && { q }) } } })),
    placeholderData: keepPreviousData,
  })
}

const sessionsKey = (id: string) => [...usersKey, id, 'sessions']

export function sessionsQuery(id: string) {
  return queryOptions({
    queryKey: sessionsKey(id),
    queryFn: () => unwrap(staff().GET('/api/v1/users/{id}/sessions', { params: { path: { id } } })),
  })
}

export async function endSessions(id: string): Promise<void> {
  await unwrap(staff().DELETE('/api/v1/users/{id}/sessions', { params: { path: { id } } }))
}

export interface UserChange {
  roles?: string[]
  enabled?: boolean
}

export function changeUser(id: string, body: UserChange): Promise<AdministeredUser> {
  return unwrap(staff().PATCH('/api/v1/users/{id}', { params: { path: { id } }, body }))
}
