import { useState, type KeyboardEvent } from 'react'
import { Button } from '../design/Button'
import { Dialog } from '../design/Dialog'
import { Icon } from '../design/Icon'
import { useTranslation } from '../design/translation'
import styles from './Gallery.module.css'
import { farther, isWhole, MOST, moved, nearer, WHOLE, type View } from './zoom'
import { ZoomFrame } from './ZoomFrame'

interface ZoomDialogProps {
  src: string
  name: string
  open: boolean
  onClose: () => void
}

const PAN = 0.15

/** The other way round than the picture moves: an arrow points at what shall be seen. */
const KEYS: Record<string, (view: View) => View> = {
  '+': nearer,
  '=': nearer,
  '-': farther,
  '0': () => WHOLE,
  ArrowLeft: (view) => moved(view, PAN, 0),
  ArrowRight: (view) => moved(view, -PAN, 0),
  ArrowUp: (view) => moved(view, 0, PAN),
  ArrowDown: (view) => moved(view, 0, -PAN),
}

/** A picture as large as the screen, to be looked at more closely with pointer, keys or buttons. */
export function ZoomDialog({ src, name, open, onClose }: ZoomDialogProps) {
  const [view, setView] = useState(WHOLE)

  function press(event: KeyboardEvent) {
    const change = KEYS[event.key]
    if (!change || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    setView((before) => change(before))
  }

  function close() {
    setView(WHOLE)
    onClose()
  }

  return (
    <div onKeyDown={press}>
      <Dialog wide title={name} open={open} onClose={close} footer={<ZoomButtons view={view} onChange={setView} />}>
        {open && <ZoomFrame src={src} name={name} view={view} onChange={setView} />}
      </Dialog>
    </div>
  )
}

function ZoomButtons({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.buttons}>
      <Button look="secondary" aria-label={t('picture.farther')} disabled={isWhole(view)} onClick={() => onChange(farther(view))}>
        <Icon name="minus" />
      </Button>
      <output className={styles.scale} aria-live="polite">
        {t('picture.scale', { percent: Math.round(view.scale * 100) })}
      </output>
      <Button look="secondary" aria-label={t('picture.nearer')} disabled={view.scale >= MOST} onClick={() => onChange(nearer(view))}>
        <Icon name="plus" />
      </Button>
      <Button look="quiet" disabled={isWhole(view)} onClick={() => onChange(WHOLE)}>
        {t('picture.whole')}
      </Button>
    </div>
  )
}
