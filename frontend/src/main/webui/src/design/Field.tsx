import { useId, type InputHTMLAttributes, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react'
import { classes } from './classes'
import styles from './Field.module.css'

interface Labelled {
  label: string
  hint?: string | undefined
  error?: string | undefined
}

/** A labelled text input with its hint or, once the answer is wrong, what to correct. */
export function Field({ label, hint, error, className, ...input }: InputHTMLAttributes<HTMLInputElement> & Labelled) {
  const id = useId()
  return (
    <div className={classes(styles.field, className)}>
      <label htmlFor={id}>{label}</label>
      <input {...input} id={id} className={styles.control} {...description(id, hint, error)} />
      <Notes id={id} hint={hint} error={error} />
    </div>
  )
}

/** A labelled text of several lines. */
export function TextField({ label, hint, error, className, ...area }: TextareaHTMLAttributes<HTMLTextAreaElement> & Labelled) {
  const id = useId()
  return (
    <div className={classes(styles.field, className)}>
      <label htmlFor={id}>{label}</label>
      <textarea {...area} id={id} className={classes(styles.control, styles.area)} {...description(id, hint, error)} />
      <Notes id={id} hint={hint} error={error} />
    </div>
  )
}

/** A labelled choice out of a list. */
export function SelectField({ label, hint, error, className, ...select }: SelectHTMLAttributes<HTMLSelectElement> & Labelled) {
  const id = useId()
  return (
    <div className={classes(styles.field, className)}>
      <label htmlFor={id}>{label}</label>
      <select {...select} id={id} className={classes(styles.control, styles.select)} {...description(id, hint, error)} />
      <Notes id={id} hint={hint} error={error} />
    </div>
  )
}

function description(id: string, hint?: string, error?: string) {
  if (error) return { 'aria-invalid': true, 'aria-describedby': `${id}-error` }
  return hint ? { 'aria-describedby': `${id}-hint` } : {}
}

function Notes({ id, hint, error }: { id: string } & Pick<Labelled, 'hint' | 'error'>) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {hint && !error && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </>
  )
}
