import { Component, useEffect, useState, type ReactNode } from 'react'
import { lastRequestId } from '../api/connection'
import { ProblemError } from '../api/problem'
import { Button } from '../design/Button'
import { EmptyState } from '../design/EmptyState'
import { useTranslation } from '../design/translation'
import { PageNotLoaded } from './lazyPage'
import { PageSkeleton } from './PageSkeleton'
import { reloads, shopAnswers } from './reloads'

/** Keeps a page that breaks from taking the whole shop along. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return (error as unknown) instanceof PageNotLoaded && !reloads.wasTried() ? <NotLoaded /> : <BrokenPage error={error} />
  }
}

/** Loads the shop again once it answers: at once where a release has replaced the page, otherwise when the network is back. */
function NotLoaded() {
  const { t } = useTranslation()
  const [isOffline, setOffline] = useState(false)

  useEffect(() => {
    const recover = async () => {
      if (await shopAnswers()) reloads.once()
      else setOffline(true)
    }
    void recover()
    window.addEventListener('online', recover)
    return () => window.removeEventListener('online', recover)
  }, [])

  if (!isOffline) return <PageSkeleton />
  return (
    <div role="alert">
      <EmptyState title={t('error.offlineTitle')} text={t('error.offline')}>
        <Button onClick={() => reloads.now()}>{t('error.reload')}</Button>
      </EmptyState>
    </div>
  )
}

function BrokenPage({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const [requestId] = useState(() => (error instanceof ProblemError ? error.requestId : lastRequestId()))
  return (
    <EmptyState title={t('error.title')} text={t('error.unknown')}>
      <Button onClick={() => reloads.now()}>{t('error.reload')}</Button>
      {requestId && <p>{t('error.requestId', { id: requestId })}</p>}
    </EmptyState>
  )
}
