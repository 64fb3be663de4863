import { useId, useLayoutEffect, useRef, useState, type ComponentType, type FormEvent } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { SEARCH } from '../api/limits'
import { classes } from '../design/classes'
import { Icon } from '../design/Icon'
import { useTranslation } from '../design/translation'
import styles from './SearchBox.module.css'
import type { SuggestionsProps } from './Suggestions'

/** Searches for what is typed; "/" leads here. What completes it while typing is loaded when somebody comes to type. */
export function SearchBox({ className }: { className?: string | undefined }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [search] = useSearchParams()
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const [Suggestions, setSuggestions] = useState<ComponentType<SuggestionsProps>>()
  const searched = pathname === '/search' ? (search.get('q') ?? '') : ''

  // Both before the box is seen: what is pressed and typed the moment it is there must not be lost.
  useLayoutEffect(() => {
    if (input.current) input.current.value = searched
  }, [searched])

  useLayoutEffect(() => {
    const focusOnSlash = (event: KeyboardEvent) => {
      const isTyping = (event.target as Element).matches('input, select, textarea')
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', focusOnSlash)
    return () => document.removeEventListener('keydown', focusOnSlash)
  }, [])

  function submit(event: FormEvent) {
    event.preventDefault()
    const q = input.current?.value.trim()
    if (q) void navigate(`/search?${new URLSearchParams({ q })}`)
  }

  function completeWhatIsTyped() {
    // Without it one can search all the same.
    import('./Suggestions').then((loaded) => setSuggestions(() => loaded.Suggestions)).catch(() => undefined)
  }

  return (
    <form role="search" className={classes(styles.search, className)} onSubmit={submit}>
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded="false"
        aria-controls={listId}
        name="q"
        aria-label={t('search.label')}
        aria-keyshortcuts="/"
        placeholder={t('search.placeholder')}
        defaultValue={searched}
        maxLength={SEARCH.q.maxLength}
        autoComplete="off"
        inputMode="search"
        enterKeyHint="search"
        onFocus={completeWhatIsTyped}
      />
      <button type="submit" aria-label={t('search.submit')}>
        <Icon name="search" size={20} />
      </button>
      {Suggestions && input.current && <Suggestions input={input.current} listId={listId} />}
    </form>
  )
}
