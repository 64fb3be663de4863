import type { ReactNode } from 'react'
import { CloudScene } from './CloudScene'
import styles from './EmptyState.module.css'

/** Nothing to show yet: a picture, a sentence, and what to do next. */
export function EmptyState({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <CloudScene className={styles.picture} />
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  )
}
