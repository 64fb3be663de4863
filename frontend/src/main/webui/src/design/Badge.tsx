import type { ReactNode } from 'react'
import styles from './Badge.module.css'
import { classes } from './classes'

export type BadgeTone = 'neutral' | 'success' | 'notice' | 'danger'

/** A word or two about a state. */
export function Badge({ tone = 'neutral', children }: { tone?: BadgeTone; children: ReactNode }) {
  return <span className={classes(styles.badge, styles[tone])}>{children}</span>
}
