import { useEffect, useId, useRef, type ReactNode } from 'react'
import { classes } from './classes'
import styles from './Dialog.module.css'
import { Icon } from './Icon'
import { useTranslation } from './translation'

interface DialogProps {
  title: string
  open: boolean
  onClose: () => void
  /** At the side, as high as the screen, rather than in the middle. */
  side?: boolean
  /** As wide as the screen allows, for what is to be looked at. */
  wide?: boolean
  /** What is read out with the title when it opens. */
  lead?: string | undefined
  children: ReactNode
  /** What stays in sight at the bottom, however long the rest is. */
  footer?: ReactNode
}

/** A modal on the platform's own dialog element: focus stays inside, Escape and the backdrop close it. */
export function Dialog({ title, open, onClose, side = false, wide = false, lead, children, footer }: DialogProps) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const leadId = useId()

  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])

  return (
    <dialog
      ref={dialog}
      className={classes(styles.dialog, side && styles.side, wide && styles.wide)}
      aria-labelledby={titleId}
      aria-describedby={lead && leadId}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={styles.panel}>
        <header className={styles.header}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={styles.close} aria-label={t('close')} onClick={onClose}>
            <Icon name="cross" />
          </button>
        </header>
        <div className={styles.body}>
          {lead && (
            <p id={leadId} className={styles.lead}>
              {lead}
            </p>
          )}
          {children}
        </div>
        {footer && <footer className={styles.footer}>{footer}</footer>}
      </div>
    </dialog>
  )
}
