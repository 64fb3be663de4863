import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pageNumbers } from './pageNumbers'
import styles from './Pagination.module.css'

interface PaginationProps {
  /** Counted from zero, as the API does. */
  page: number
  pageCount: number
  hrefOf: (page: number) => string
}

/** Links to the pages of a long list. */
export function Pagination({ page, pageCount, hrefOf }: PaginationProps) {
  const { t } = useTranslation()
  if (pageCount <= 1) return null
  return (
    <nav aria-label={t('pages.label')} className={styles.pagination}>
      {page > 0 && (
        <Link to={hrefOf(page - 1)} rel="prev">
          {t('pages.previous')}
        </Link>
      )}
      <ol>
        {pageNumbers(page, pageCount).map((entry, index) => (
          <li key={entry ?? `gap-${index}`}>
            {entry === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <Link to={hrefOf(entry)} aria-current={entry === page ? 'page' : undefined} aria-label={t('pages.page', { page: entry + 1 })}>
                {entry + 1}
              </Link>
            )}
          </li>
        ))}
      </ol>
      {page < pageCount - 1 && (
        <Link to={hrefOf(page + 1)} rel="next">
          {t('pages.next')}
        </Link>
      )}
    </nav>
  )
}
