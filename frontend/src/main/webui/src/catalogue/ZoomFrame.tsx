import { useRef, useState, type PointerEvent } from 'react'
import { classes } from '../design/classes'
import { Picture } from '../design/Picture'
import { useTranslation } from '../design/translation'
import styles from './Gallery.module.css'
import { isWhole, MOST, moved, nearer, WHOLE, type View } from './zoom'

interface ZoomFrameProps {
  src: string
  name: string
  view: View
  onChange: (view: View) => void
}

/** Less than a hand trembles. */
const STILL_PX = 4

interface Drag {
  x: number
  y: number
  hasMoved: boolean
}

/** The frame through which a picture is seen: a click comes nearer to that place, pulling moves the picture. */
export function ZoomFrame({ src, name, view, onChange }: ZoomFrameProps) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const drag = useRef<Drag | null>(null)
  const [isDragged, setDragged] = useState(false)

  function begin(event: PointerEvent) {
    if (event.button !== 0 || !event.isPrimary) return
    frame.current?.setPointerCapture?.(event.pointerId)
    drag.current = { x: event.clientX, y: event.clientY, hasMoved: false }
  }

  function pull({ clientX, clientY, isPrimary }: PointerEvent) {
    const from = drag.current
    if (!from || !isPrimary) return
    const [x, y] = [clientX - from.x, clientY - from.y]
    if (!from.hasMoved && Math.hypot(x, y) < STILL_PX) return
    drag.current = { x: clientX, y: clientY, hasMoved: true }
    setDragged(true)
    const size = frame.current!.getBoundingClientRect()
    onChange(moved(view, x / size.width, y / size.height))
  }

  function end({ clientX, clientY }: PointerEvent) {
    const was = drag.current
    stop()
    if (!was || was.hasMoved) return
    const size = frame.current!.getBoundingClientRect()
    const at = { x: (clientX - size.left) / size.width - 0.5, y: (clientY - size.top) / size.height - 0.5 }
    onChange(view.scale >= MOST ? WHOLE : nearer(view, at))
  }

  function stop() {
    drag.current = null
    setDragged(false)
  }

  const transform = `translate(${view.x * 100}%, ${view.y * 100}%) scale(${view.scale})`
  return (
    <div
      ref={frame}
      role="group"
      tabIndex={0}
      aria-label={t('picture.frame')}
      className={classes(styles.frame, !isWhole(view) && styles.near, isDragged && styles.dragged)}
      onPointerDown={begin}
      onPointerMove={pull}
      onPointerUp={end}
      onPointerCancel={stop}
      onDragStart={(event) => event.preventDefault()}
    >
      <div className={styles.content} style={{ transform }}>
        <Picture src={src} alt={name} className={styles.large} eager />
      </div>
    </div>
  )
}
