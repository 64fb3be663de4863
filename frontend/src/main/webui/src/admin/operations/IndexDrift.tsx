import { queryOptions, useQuery } from '@tanstack/react-query'
import { unwrap } from '../../api/client'
import { MINE } from '../../api/useSession'
import { Badge } from '../../design/Badge'
import { formatDateTime } from '../../design/date'
import { ErrorNotice } from '../../design/ErrorNotice'
import page from '../../design/page.module.css'
import { SkeletonText } from '../../design/Skeleton'
import { useTranslation } from '../../design/translation'
import { staff } from '../staffApi'

const driftQuery = queryOptions({
  queryKey: [MINE, 'staff', 'drift'],
  queryFn: () => unwrap(staff().GET('/api/v1/search-index/drift')),
})

/** Whether the index says what the catalogue says, when somebody last looked. */
export function IndexDrift() {
  const { t, language } = useTranslation()
  const { data, error, refetch } = useQuery(driftQuery)
  if (error) return <ErrorNotice error={error} onRetry={refetch} />
  if (!data) return <SkeletonText lines={2} />
  return (
    <>
      <p>
        <Badge tone={data.drift > 0 ? 'danger' : 'success'}>{data.drift > 0 ? t('staff.search.drift', { count: data.drift }) : t('staff.search.noDrift')}</Badge>
      </p>
      <p className={page.muted}>{data.checkedAt ? t('staff.search.checked', { date: formatDateTime(data.checkedAt, language) }) : t('staff.search.neverChecked')}</p>
    </>
  )
}
