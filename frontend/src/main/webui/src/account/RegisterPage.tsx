import { useMutation } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import { Link, Navigate, useSearchParams } from 'react-router'
import { REGISTRATION } from '../api/limits'
import { hasSlug } from '../api/problem'
import { sentenceOf, violationOf } from '../api/sentence'
import type { Registration } from '../api/types'
import { useSession } from '../api/useSession'
import { Button } from '../design/Button'
import { ErrorNotice } from '../design/ErrorNotice'
import { TakesFocus } from '../design/focus'
import { Field } from '../design/Field'
import { showToast } from '../design/toasts'
import { useTranslation } from '../design/translation'
import { usePageTitle } from '../design/usePageTitle'
import { AccountCard } from './AccountCard'
import { register } from './logIn'
import { checkRegistration, PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './registration'
import { returnPath } from './returnPath'

const PASSWORD_LENGTHS = { min: PASSWORD_MIN_LENGTH, max: PASSWORD_MAX_LENGTH }

export default function RegisterPage() {
  const { t } = useTranslation()
  usePageTitle(t('account.registerTitle'))
  const [search] = useSearchParams()
  const loggedIn = useSession() !== null
  const [draft, setDraft] = useState<Registration>({ displayName: '', email: '', password: '' })
  const [checked, setChecked] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: register,
    onSuccess: () => showToast(t('account.registered', { name: draft.displayName.trim() })),
  })

  const found = checked ? checkRegistration(draft) : {}
  const serverError = (field: keyof Registration) => {
    if (field === 'email' && hasSlug(error, 'email-taken')) return sentenceOf(error, t)
    return violationOf(error, field, t)
  }
  const fields = ['displayName', 'email', 'password'] as const
  const shownAtField = fields.some((field) => serverError(field))
  const bind = (field: keyof Registration) => ({
    label: t(`account.${field}`),
    name: field,
    value: draft[field],
    error: found[field] ? t(found[field], PASSWORD_LENGTHS) : serverError(field),
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [field]: event.target.value }),
  })

  const focusField = (field: keyof Registration) => document.querySelector<HTMLElement>(`form [name="${field}"]`)?.focus()
  useEffect(() => {
    const refused = fields.find((field) => serverError(field))
    if (refused) focusField(refused)
  }, [error])

  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    const wrong = checkRegistration(draft)
    const first = fields.find((field) => wrong[field])
    if (first) return focusField(first)
    mutate({ displayName: draft.displayName.trim(), email: draft.email.trim(), password: draft.password })
  }

  if (loggedIn) return <Navigate to={returnPath(search)} replace />
  return (
    <AccountCard
      title={t('account.registerTitle')}
      lead={t('account.registerLead')}
      onSubmit={submit}
      footer={
        <>
          {t('account.hasAccount')} <Link to={`/login?${search}`}>{t('account.login')}</Link>
        </>
      }
    >
      {error && !shownAtField && (
        <TakesFocus>
          <ErrorNotice error={error} />
        </TakesFocus>
      )}
      <Field {...bind('displayName')} autoComplete="name" maxLength={REGISTRATION.displayName.maxLength} />
      <Field {...bind('email')} type="email" autoComplete="username" maxLength={REGISTRATION.email.maxLength} />
      {/* Without maxLength: a browser would cut what is pasted, and nobody sees the password that is left. */}
      <Field {...bind('password')} type="password" autoComplete="new-password" hint={t('account.passwordHint', PASSWORD_LENGTHS)} />
      <Button type="submit" size="l" wide busy={isPending}>
        {t('account.register')}
      </Button>
    </AccountCard>
  )
}
