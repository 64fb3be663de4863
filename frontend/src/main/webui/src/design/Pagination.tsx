import { useEffect, useRef } from 'react'
import { Link, useLocation, useNavigationType } from 'react-router'
import { pageNumbers } from './pageNumbers'
import styles from './Pagination.module.css'
import { useTranslation } from './translation'

interface PaginationProps {
  /** Counted from zero, as the API does. */
  page: number
  pageCount: number
  hrefOf: (page: number) => string
}

/** What the address of a turned page carries. */
export const TURNED = { turned: true }

/** After turning a page: to its top, with the focus on what is listed. Other ways to it, such as back, leave both alone. */
export function usePageTurned<E extends HTMLElement>() {
  const list = useRef<E>(null)
  const { key, state } = useLocation()
  const navigation = useNavigationType()
  const turned = navigation !== 'POP' && (state as typeof TURNED | null)?.turned === true

  useEffect(() => {
    if (!turned) return
    window.scrollTo(0, 0)
    list.current?.focus({ preventScroll: true })
  }, [key, turned])

  return list
}

/** Links to the pages of a long list. */
export function Pagination({ page, pageCount, hrefOf }: PaginationProps) {
  const { t } = useTranslation()
  if (pageCount <= 1) return null
  return (
    <nav aria-label={t('pages.label')} className={styles.pagination}>
      {page > 0 && (
        <Link to={hrefOf(page - 1)} state={TURNED} rel="prev">
          {t('pages.previous')}
        </Link>
      )}
      <ol>
        {pageNumbers(page, pageCount).map((entry, index) => (
          <li key={entry ?? `gap-${index}`}>
            {entry === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <Link to={hrefOf(entry)} state={TURNED} aria-current={entry === page ? 'page' : undefined} aria-label={t('pages.page', { page: entry + 1 })}>
                {entry + 1}
              </Link>
            )}
          </li>
        ))}
      </ol>
      {page < pageCount - 1 && (
        <Link to={hrefOf(page + 1)} state={TURNED} rel="next">
          {t('pages.next')}
        </Link>
      )}
    </nav>
  )
}
