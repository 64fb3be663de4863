import page from '../design/page.module.css'
import { SkeletonText } from '../design/Skeleton'

/** A page that is on its way. */
export function PageSkeleton() {
  return (
    <div className={page.page}>
      <SkeletonText lines={6} />
    </div>
  )
}
