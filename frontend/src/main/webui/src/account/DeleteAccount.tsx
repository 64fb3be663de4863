import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { api, unwrap } from '../api/client'
import { violationOf } from '../api/sentence'
import { logOut } from '../api/upkeep'
import { Button } from '../design/Button'
import { Dialog } from '../design/Dialog'
import { ErrorNotice } from '../design/ErrorNotice'
import { Field } from '../design/Field'
import page from '../design/page.module.css'
import { showToast } from '../design/toasts'
import { useTranslation } from '../design/translation'
import styles from './ProfilePage.module.css'

/** The way out, for good: asked twice, and for the password. */
export function DeleteAccount() {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const question = useRef<HTMLDivElement>(null)

  // Not the button that closes the dialog, which comes first.
  useEffect(() => {
    if (asked) question.current?.querySelector('input')?.focus()
  }, [asked])

  return (
    <section className={styles.danger} aria-labelledby="deletion">
      <h2 id="deletion">{t('deletion.title')}</h2>
      <p>{t('deletion.lead')}</p>
      <div>
        <Button look="secondary" onClick={() => setAsked(true)}>
          {t('deletion.ask')}
        </Button>
      </div>
      <Dialog title={t('deletion.sure')} open={asked} onClose={() => setAsked(false)}>
        <div ref={question} className={page.stack}>
          <p>{t('deletion.text')}</p>
          {asked && <DeletionForm onClose={() => setAsked(false)} />}
        </div>
      </Dialog>
    </section>
  )
}

function DeletionForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [currentPassword, setPassword] = useState('')
  const isGone = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/auth/me', { body: { currentPassword } })),
    onSuccess: () => {
      isGone.current = true
      showToast(t('deletion.done'))
      return navigate('/', { replace: true })
    },
  })
  const refused = violationOf(error, 'currentPassword', t)
  const focus = () => form.current?.querySelector('input')?.focus()

  useEffect(() => {
    if (error) focus()
  }, [error])

  // Not before the way out has been taken: a page of customers leads whoever is none to the login.
  useEffect(() => () => void (isGone.current && logOut()), [])

  function submit(event: FormEvent) {
    event.preventDefault()
    if (currentPassword) mutate()
    else focus()
  }

  return (
    <form ref={form} className={page.stack} onSubmit={submit} noValidate>
      {error && !refused && !isPending && <ErrorNotice error={error} />}
      <Field
        label={t('account.password')}
        type="password"
        name="currentPassword"
        autoComplete="current-password"
        required
        value={currentPassword}
        error={refused}
        onChange={(event) => setPassword(event.target.value)}
      />
      <div className={styles.decision}>
        <Button look="secondary" onClick={onClose}>
          {t('deletion.keep')}
        </Button>
        <Button type="submit" busy={isPending}>
          {t('deletion.now')}
        </Button>
      </div>
    </form>
  )
}
