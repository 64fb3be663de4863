import { useMutation } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import { Link, useNavigate } from 'react-router'
import { hasSlug } from '../api/problem'
import { violationOf } from '../api/sentence'
import { Button, ButtonLink } from '../design/Button'
import { ErrorNotice } from '../design/ErrorNotice'
import { TakesFocus } from '../design/focus'
import { Field } from '../design/Field'
import { Notice } from '../design/Notice'
import { showToast } from '../design/toasts'
import { useTranslation } from '../design/translation'
import { usePageTitle } from '../design/usePageTitle'
import { AccountCard } from './AccountCard'
import { checkPassword, focusField, resetPassword } from './passwordReset'
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './registration'
import { useLinkToken } from './useLinkToken'

const LENGTHS = { min: PASSWORD_MIN_LENGTH, max: PASSWORD_MAX_LENGTH }

/** Where a link leads that came by mail. */
export default function ResetPasswordPage() {
  const { t } = useTranslation()
  usePageTitle(t('reset.chooseTitle'))
  const token = useLinkToken()
  const navigate = useNavigate()
  const [password, setPassword] = useState('')
  const [checked, setChecked] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => resetPassword(token ?? '', password),
    onSuccess: () => {
      showToast(t('reset.done'))
      navigate('/login', { replace: true })
    },
  })

  const wrong = checked ? checkPassword(password) : undefined
  const refused = violationOf(error, 'newPassword', t)
  useEffect(() => {
    if (refused) focusField('newPassword')
  }, [error])

  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (checkPassword(password)) focusField('newPassword')
    else mutate()
  }

  return (
    <AccountCard title={t('reset.chooseTitle')} lead={t('reset.chooseLead')} onSubmit={submit} footer={<Link to="/forgot-password">{t('reset.again')}</Link>}>
      {token === null && <Notice tone="danger">{t('reset.noToken')}</Notice>}
      {error && !refused && (
        <TakesFocus>
          <ErrorNotice error={error} />
          {hasSlug(error, 'reset-refused') && (
            <ButtonLink to="/forgot-password" look="secondary">
              {t('reset.again')}
            </ButtonLink>
          )}
        </TakesFocus>
      )}
      {token !== null && (
        <>
          <Field
            label={t('reset.password')}
            type="password"
            name="newPassword"
            autoComplete="new-password"
            value={password}
            hint={t('account.passwordHint', LENGTHS)}
            error={wrong ? t(wrong, LENGTHS) : refused}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button type="submit" size="l" wide busy={isPending}>
            {t('reset.choose')}
          </Button>
        </>
      )}
    </AccountCard>
  )
}
