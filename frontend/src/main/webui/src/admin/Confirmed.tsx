import { useState } from 'react'
import { Button } from '../design/Button'
import { Dialog } from '../design/Dialog'
import { useTranslation } from '../design/translation'
import styles from './Staff.module.css'

interface ConfirmedProps {
  /** What the button says, and in the question the one that means it. */
  label: string
  /** What of, where the label alone does not say it: read out after it. */
  of?: string
  title: string
  text: string
  busy: boolean
  onConfirm: () => void
}

/** Does something that cannot be undone, once somebody has said so twice. */
export function Confirmed({ label, of, title, text, busy, onConfirm }: ConfirmedProps) {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  const close = () => setAsked(false)
  return (
    <>
      <Button look="quiet" busy={busy} aria-label={of && t('staff.of', { label, of })} onClick={() => setAsked(true)}>
        {label}
      </Button>
      <Dialog
        title={title}
        open={isAsked}
        onClose={close}
        footer={
          <div className={styles.end}>
            <Button look="secondary" onClick={close}>
              {t('staff.cancel')}
            </Button>
            <Button
              onClick={() => {
                close()
                onConfirm()
              }}
            >
              {label}
            </Button>
          </div>
        }
      >
        <p>{text}</p>
      </Dialog>
    </>
  )
}
