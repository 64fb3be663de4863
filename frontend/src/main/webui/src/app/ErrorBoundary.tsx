import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../design/Button'
import { EmptyState } from '../design/EmptyState'

/** Keeps a page that breaks from taking the whole shop along. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <BrokenPage /> : this.props.children
  }
}

function BrokenPage() {
  const { t } = useTranslation()
  return (
    <EmptyState title={t('error.title')} text={t('error.unknown')}>
      <Button onClick={() => window.location.reload()}>{t('error.reload')}</Button>
    </EmptyState>
  )
}
