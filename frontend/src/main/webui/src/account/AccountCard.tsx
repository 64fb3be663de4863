import type { FormEvent, ReactNode } from 'react'
import { Card } from '../design/Card'
import { CloudScene } from '../design/CloudScene'
import styles from './AccountCard.module.css'

interface AccountCardProps {
  title: string
  lead: string
  onSubmit: (event: FormEvent) => void
  footer: ReactNode
  children: ReactNode
}

/** The frame of the login and the registration. */
export function AccountCard({ title, lead, onSubmit, footer, children }: AccountCardProps) {
  return (
    <div className={styles.page}>
      <div className={styles.scene} aria-hidden="true">
        <CloudScene />
      </div>
      <Card className={styles.card}>
        <header>
          <h1>{title}</h1>
          <p className={styles.lead}>{lead}</p>
        </header>
        <form className={styles.form} onSubmit={onSubmit} noValidate>
          {children}
        </form>
        <p className={styles.footer}>{footer}</p>
      </Card>
    </div>
  )
}
