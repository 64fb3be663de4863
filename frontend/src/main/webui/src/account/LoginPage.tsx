import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Link, Navigate, useSearchParams } from 'react-router'
import { useSession } from '../api/useSession'
import { Button } from '../design/Button'
import { ErrorNotice } from '../design/ErrorNotice'
import { TakesFocus } from '../design/focus'
import { Field } from '../design/Field'
import { Notice } from '../design/Notice'
import { useTranslation } from '../design/translation'
import { usePageTitle } from '../design/usePageTitle'
import { AccountCard } from './AccountCard'
import { logIn } from './logIn'
import { returnPath } from './returnPath'

export default function LoginPage() {
  const { t } = useTranslation()
  usePageTitle(t('account.login'))
  const [search] = useSearchParams()
  const loggedIn = useSession() !== null
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { mutate, isPending, error } = useMutation({ mutationFn: logIn })
  const reason = search.get('reason')

  function submit(event: FormEvent) {
    event.preventDefault()
    mutate({ email: email.trim(), password })
  }

  if (loggedIn) return <Navigate to={returnPath(search)} replace />
  return (
    <AccountCard
      title={t('account.loginTitle')}
      lead={t(returnPath(search) === '/checkout' ? 'account.loginForCheckout' : 'account.loginLead')}
      onSubmit={submit}
      footer={
        <>
          {t('account.noAccount')} <Link to={`/register?${search}`}>{t('account.registerTitle')}</Link>
        </>
      }
    >
      {reason === 'expired' && !error && <Notice silent>{t('account.expired')}</Notice>}
      {error && (
        <TakesFocus>
          <ErrorNotice error={error} />
        </TakesFocus>
      )}
      <Field label={t('account.email')} type="email" name="email" autoComplete="username" required value={email} onChange={(event) => setEmail(event.target.value)} />
      <Field
        label={t('account.password')}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Link to="/forgot-password">{t('reset.forgotten')}</Link>
      <Button type="submit" size="l" wide busy={isPending}>
        {t('account.login')}
      </Button>
    </AccountCard>
  )
}
