import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../api/client'
import { MINE } from '../api/useSession'

export const profileQuery = queryOptions({ queryKey: [MINE, 'profile'], queryFn: () => unwrap(api.GET('/api/v1/auth/me')) })
