import type { ButtonHTMLAttributes, ComponentProps } from 'react'
import { Link } from 'react-router'
import styles from './Button.module.css'
import { classes } from './classes'
import { inactive } from './focus'

interface Look {
  look?: 'primary' | 'secondary' | 'quiet'
  size?: 'm' | 'l'
  wide?: boolean
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Look & { busy?: boolean }

/** Does something. While busy it says so to assistive technology, takes no further click, and keeps the focus. */
export function Button({ look, size, wide, busy = false, className, type = 'button', disabled = false, onClick, children, ...rest }: ButtonProps) {
  return (
    <button {...rest} {...inactive(disabled || busy, onClick)} type={type} aria-busy={busy} className={classes(lookOf({ look, size, wide }), className)}>
      {busy && <span className={styles.spinner} aria-hidden="true" />}
      {children}
    </button>
  )
}

/** Goes somewhere, but looks like a button. */
export function ButtonLink({ look, size, wide, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link {...rest} className={classes(lookOf({ look, size, wide }), className)} />
}

function lookOf({ look = 'primary', size = 'm', wide = false }: { [K in keyof Look]: Look[K] | undefined }): string {
  return classes(styles.button, styles[look], size === 'l' && styles.large, wide && styles.wide)
}
