import type { InputHTMLAttributes } from 'react'
import styles from './Checkbox.module.css'

/** Something to agree to or not. */
export function Checkbox({ label, ...input }: InputHTMLAttributes<HTMLInputElement> & { label: string }) {
  return (
    <label className={styles.check}>
      <input {...input} type="checkbox" />
      {label}
    </label>
  )
}
