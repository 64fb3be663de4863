import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { loadConfig } from '../api/config'
import { entrance, unwrap } from '../api/connection'
import type { ReceivedMail } from '../api/types'
import { NotFoundPage } from '../app/NotFoundPage'
import { Card } from '../design/Card'
import { classes } from '../design/classes'
import { formatDateTime } from '../design/date'
import { EmptyState } from '../design/EmptyState'
import { ErrorNotice } from '../design/ErrorNotice'
import page from '../design/page.module.css'
import { Pagination, usePageTurned } from '../design/Pagination'
import { SkeletonText } from '../design/Skeleton'
import { useTranslation } from '../design/translation'
import { usePageTitle } from '../design/usePageTitle'
import styles from './MailboxPage.module.css'

const PAGE_SIZE = 20
const LOOK_AGAIN_MS = 5_000
const ADDRESS = /(https?:\/\/\S+)/

/** The mail of a shop on one's own machine; any other shop has no such page. */
export default function MailboxPage() {
  const { data: config, error, refetch } = useQuery({ queryKey: ['config'], queryFn: loadConfig })
  if (config) return config.mailbox ? <Mailbox /> : <NotFoundPage />
  return <div className={page.page}>{error ? <ErrorNotice error={error} onRetry={refetch} /> : <SkeletonText lines={6} />}</div>
}

function Mailbox() {
  const { t } = useTranslation()
  usePageTitle(t('mailbox.title'))
  const [search] = useSearchParams()
  const shown = Math.max(0, (Number(search.get('page')) || 1) - 1)
  const list = usePageTurned<HTMLUListElement>()
  const { data, error, refetch } = useQuery({
    queryKey: ['mailbox', shown],
    queryFn: () => unwrap(entrance.GET('/api/v1/auth/mailbox', { params: { query: { page: shown, size: PAGE_SIZE } } })),
    refetchInterval: LOOK_AGAIN_MS,
    gcTime: 0,
  })

  return (
    <div className={classes(page.page, styles.mailbox)}>
      <h1>{t('mailbox.title')}</h1>
      <p className={page.muted}>{t('mailbox.lead')}</p>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonText lines={6} />}
      {data?.items.length === 0 && <EmptyState level={2} title={t('mailbox.empty')} text={t('mailbox.emptyText')} />}
      {data && data.items.length > 0 && (
        <ul ref={list} tabIndex={-1} className={page.stack}>
          {data.items.map((mail) => (
            <MailItem key={mail.id} mail={mail} />
          ))}
        </ul>
      )}
      {data && <Pagination page={shown} pageCount={Math.ceil(data.total / PAGE_SIZE)} hrefOf={(number) => `/mailbox?page=${number + 1}`} />}
    </div>
  )
}

function MailItem({ mail }: { mail: ReceivedMail }) {
  const { t, language } = useTranslation()
  return (
    <li>
      <Card className={styles.mail}>
        <h2>{mail.subject}</h2>
        <p className={page.muted}>
          {t('mailbox.to', { to: mail.to })} · <time dateTime={mail.receivedAt}>{formatDateTime(mail.receivedAt, language)}</time>
        </p>
        <p className={styles.text}>{withLinks(mail.text)}</p>
      </Card>
    </li>
  )
}

/** Addresses in a text can be followed. Every second piece is one. */
function withLinks(text: string) {
  return text.split(ADDRESS).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      <a key={piece} href={piece}>
        {piece}
      </a>
    ),
  )
}
