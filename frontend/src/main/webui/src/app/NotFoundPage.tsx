import { ButtonLink } from '../design/Button'
import { EmptyState } from '../design/EmptyState'
import { useTranslation } from '../design/translation'
import { usePageTitle } from '../design/usePageTitle'

export function NotFoundPage() {
  const { t } = useTranslation()
  usePageTitle(t('notFound.title'))
  return (
    <EmptyState title={t('notFound.title')} text={t('notFound.text')}>
      <ButtonLink to="/">{t('notFound.home')}</ButtonLink>
    </EmptyState>
  )
}
