import { useState } from 'react'
import { Icon } from '../design/Icon'
import { Picture } from '../design/Picture'
import { useTranslation } from '../design/translation'
import styles from './Gallery.module.css'
import { ZoomDialog } from './ZoomDialog'

interface GalleryProps {
  src: string | undefined
  name: string
}

/** A product's picture, which opens larger. */
export function Gallery({ src, name }: GalleryProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  if (!src) return <Picture src={src} alt={name} className={styles.picture} />
  return (
    <div>
      <button type="button" className={styles.enlarge} aria-label={t('picture.enlarge', { name })} onClick={() => setOpen(true)}>
        <Picture src={src} className={styles.picture} eager />
        <span className={styles.sign}>
          <Icon name="search" />
        </span>
      </button>
      <ZoomDialog src={src} name={name} open={isOpen} onClose={() => setOpen(false)} />
    </div>
  )
}
