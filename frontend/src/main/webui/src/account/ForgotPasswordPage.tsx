import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Link } from 'react-router'
import { loadConfig } from '../api/config'
import { REGISTRATION } from '../api/limits'
import { Button } from '../design/Button'
import { ErrorNotice } from '../design/ErrorNotice'
import { TakesFocus } from '../design/focus'
import { Field } from '../design/Field'
import { Notice } from '../design/Notice'
import { useTranslation } from '../design/translation'
import { usePageTitle } from '../design/usePageTitle'
import { AccountCard } from './AccountCard'
import { focusField, requestReset } from './passwordReset'

/** Asks for a link by mail. What it says afterwards is the same for everybody: nobody learns here who is a customer. */
export default function ForgotPasswordPage() {
  const { t } = useTranslation()
  usePageTitle(t('reset.title'))
  const [email, setEmail] = useState('')
  const [badEmail, setBadEmail] = useState(false)
  const { mutate, isPending, error, data: minutes } = useMutation({ mutationFn: requestReset })

  function submit(event: FormEvent) {
    event.preventDefault()
    const isBad = !/^\S+@\S+$/.test(email.trim())
    setBadEmail(isBad)
    if (isBad) focusField('email')
    else mutate(email.trim())
  }

  return (
    <AccountCard
      title={t('reset.title')}
      lead={t('reset.lead')}
      onSubmit={submit}
      footer={
        <>
          {t('reset.remembered')} <Link to="/login">{t('account.login')}</Link>
        </>
      }
    >
      {error && (
        <TakesFocus>
          <ErrorNotice error={error} />
        </TakesFocus>
      )}
      {minutes !== undefined && !error && (
        <TakesFocus>
          <Sent minutes={minutes} />
        </TakesFocus>
      )}
      <Field
        label={t('account.email')}
        type="email"
        name="email"
        autoComplete="username"
        maxLength={REGISTRATION.email.maxLength}
        value={email}
        error={badEmail ? t('account.badEmail') : undefined}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Button type="submit" size="l" wide busy={isPending}>
        {t('reset.send')}
      </Button>
    </AccountCard>
  )
}

function Sent({ minutes }: { minutes: number }) {
  const { t } = useTranslation()
  const { data: config } = useQuery({ queryKey: ['config'], queryFn: loadConfig })
  return (
    <Notice tone="success" title={t('reset.sentTitle')}>
      <p>{t('reset.sent', { count: minutes })}</p>
      {config?.mailbox && (
        <p>
          {t('reset.demo')} <Link to="/mailbox">{t('reset.demoLink')}</Link>
        </p>
      )}
    </Notice>
  )
}
