import { classes } from './classes'
import styles from './Skeleton.module.css'
import { useTranslation } from './translation'

/** The grey shape of something that is still on its way. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return <span aria-hidden="true" className={classes(styles.skeleton, className)} />
}

/** A few lines of text to come, announced as "loading". */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <div className={styles.text}>
      <Loading />
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} />
      ))}
    </div>
  )
}

/** Tells assistive technology that something is loading. */
export function Loading() {
  const { t } = useTranslation()
  return (
    <span role="status" className="visually-hidden">
      {t('loading')}
    </span>
  )
}
