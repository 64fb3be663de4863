import { useState } from 'react'
import { classes } from './classes'
import { CloudScene } from './CloudScene'
import styles from './Picture.module.css'

interface PictureProps {
  src: string | null | undefined
  /** Empty where the product's name stands beside it. */
  alt?: string
  className?: string | undefined
  eager?: boolean
}

/** A product's picture in a square, with a drawing in its place when it cannot be loaded. */
export function Picture({ src, alt = '', className, eager = false }: PictureProps) {
  const [failedSrc, setFailedSrc] = useState<string | null>(null)
  return (
    <span className={classes(styles.picture, className)}>
      {src && src !== failedSrc ? (
        <img src={src} alt={alt} width="400" height="400" loading={eager ? 'eager' : 'lazy'} decoding="async" onError={() => setFailedSrc(src)} />
      ) : (
        <CloudScene className={styles.fallback} />
      )}
    </span>
  )
}
