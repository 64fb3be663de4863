import type { ReactNode } from 'react'
import { classes } from './classes'
import styles from './Notice.module.css'

interface NoticeProps {
  tone?: 'info' | 'success' | 'danger'
  title?: string
  /** Something else says it to screen readers. */
  silent?: boolean
  children?: ReactNode
}

/** Something the customer should read before going on. Errors are announced at once. */
export function Notice({ tone = 'info', title, silent = false, children }: NoticeProps) {
  return (
    <div role={silent ? undefined : tone === 'danger' ? 'alert' : 'status'} className={classes(styles.notice, styles[tone])}>
      {title && <strong className={styles.title}>{title}</strong>}
      {children}
    </div>
  )
}
