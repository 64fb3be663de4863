import type { ButtonHTMLAttributes } from 'react'
import { Link, type LinkProps } from 'react-router'
import styles from './Button.module.css'
import { classes } from './classes'

interface Look {
  look?: 'primary' | 'secondary' | 'quiet'
  size?: 'm' | 'l'
  wide?: boolean
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Look & { busy?: boolean }

/** Does something. While busy it says so to assistive technology and takes no further click. */
export function Button({ look, size, wide, busy = false, className, type = 'button', disabled, children, ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} disabled={disabled || busy} aria-busy={busy} className={classes(lookOf({ look, size, wide }), className)}>
      {busy && <span className={styles.spinner} aria-hidden="true" />}
      {children}
    </button>
  )
}

/** Goes somewhere, but looks like a button. */
export function ButtonLink({ look, size, wide, className, ...rest }: LinkProps & Look) {
  return <Link {...rest} className={classes(lookOf({ look, size, wide }), className)} />
}

function lookOf({ look = 'primary', size = 'm', wide = false }: { [K in keyof Look]: Look[K] | undefined }): string {
  return classes(styles.button, styles[look], size === 'l' && styles.large, wide && styles.wide)
}
