import { queryOptions } from '@tanstack/react-query'
import { unwrap } from '../../api/client'
import { problemFrom } from '../../api/problem'
import { MINE } from '../../api/useSession'
import { browserStorage } from '../../design/storage'
import { staff } from '../staffApi'

const KEPT_AS = 'cloudshop.staff.rebuild'
const LOOK_AGAIN_MS = 1_000

/** The rebuild that was begun or seen last in this browser; the API has no list of them. */
export const lastRebuild = (): string | null => browserStorage.get(KEPT_AS)

/** Begins a rebuild, or finds the one that is running already; answers its id. */
export async function beginRebuild(): Promise<string> {
  const { data, error, response } = await staff().POST('/api/v1/search-index/rebuild')
  const running = response.status === 409 ? response.headers.get('Location')?.split('/').at(-1) : undefined
  const jobId = data?.jobId ?? running
  if (!jobId) throw problemFrom(response, error)
  browserStorage.set(KEPT_AS, jobId)
  return jobId
}

/** How far a rebuild is, asked again while it is running. */
export function rebuildQuery(jobId: string) {
  return queryOptions({
    queryKey: [MINE, 'staff', 'rebuild', jobId],
    queryFn: () => unwrap(staff().GET('/api/v1/search-index/rebuild/{jobId}', { params: { path: { jobId } } })),
    refetchInterval: ({ state }) => (state.data?.status === 'RUNNING' ? LOOK_AGAIN_MS : false),
  })
}
