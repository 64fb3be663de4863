import { useEffect, useRef, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { SEARCH } from '../api/limits'
import { classes } from '../design/classes'
import { Icon } from '../design/Icon'
import styles from './SearchBox.module.css'

export function SearchBox({ className }: { className?: string | undefined }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [search] = useSearchParams()
  const input = useRef<HTMLInputElement>(null)
  const searched = pathname === '/search' ? (search.get('q') ?? '') : ''

  useEffect(() => {
    if (input.current) input.current.value = searched
  }, [searched])

  function submit(event: FormEvent) {
    event.preventDefault()
    const q = input.current?.value.trim()
    if (q) void navigate(`/search?${new URLSearchParams({ q })}`)
  }

  return (
    <form role="search" className={classes(styles.search, className)} onSubmit={submit}>
      <input
        ref={input}
        type="search"
        name="q"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        defaultValue={searched}
        maxLength={SEARCH.q.maxLength}
        autoComplete="off"
        enterKeyHint="search"
      />
      <button type="submit" aria-label={t('search.submit')}>
        <Icon name="search" size={20} />
      </button>
    </form>
  )
}
