import type { ReactNode } from 'react'
import { CloudScene } from './CloudScene'
import styles from './EmptyState.module.css'

interface EmptyStateProps {
  title: string
  text: string
  /** The heading's level: 1 where this is the whole page. */
  level?: 1 | 2
  children?: ReactNode
}

/** Nothing to show yet: a picture, a sentence, and what to do next. */
export function EmptyState({ title, text, level = 1, children }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className={styles.empty}>
      <CloudScene className={styles.picture} />
      <Heading>{title}</Heading>
      <p>{text}</p>
      {children}
    </div>
  )
}
