import { useEffect, useLayoutEffect, useState, type FocusEvent } from 'react'
import { useNavigate } from 'react-router'
import { Icon } from '../design/Icon'
import { Picture } from '../design/Picture'
import { Price } from '../design/Price'
import { useTranslation } from '../design/translation'
import { recentSearches } from './recentSearches'
import styles from './Suggestions.module.css'
import { useSuggestions, type Suggestion } from './useSuggestions'

export interface SuggestionsProps {
  /** The combobox (WAI-ARIA APG, editable with list autocomplete), which stands without its list too. */
  input: HTMLInputElement
  listId: string
}

const GROUPS = [
  ['recent', 'search.recent'],
  ['word', 'search.words'],
  ['product', 'search.products'],
] as const

/** The list of a search box: chosen from with arrows and Enter or by pointer, closed with Escape. */
export function Suggestions({ input, listId }: SuggestionsProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(input.value)
  const [isOpen, setOpen] = useState(document.activeElement === input)
  const [active, setActive] = useState(-1)
  const [removed, setRemoved] = useState<string>()
  const suggestions = useSuggestions(typed)
  const isShown = isOpen && suggestions.length > 0
  const idOf = (index: number) => `${listId}-${index}`

  function close() {
    setOpen(false)
    setActive(-1)
  }

  function choose({ kind, label, path }: Suggestion) {
    if (kind !== 'product') recentSearches.remember(label)
    close()
    void navigate(path)
  }

  function remove({ label }: Suggestion) {
    recentSearches.remove(label)
    setRemoved(label)
    // On to the one that takes its place, if any.
    setActive(Math.min(active, suggestions.length - 2))
  }

  function show() {
    setTyped(input.value)
    setRemoved(undefined)
    setOpen(true)
    setActive(-1)
  }

  function move(by: 1 | -1) {
    if (!isShown) return show()
    // The text itself is one of the places.
    const places = suggestions.length + 1
    setActive(((active + 1 + by + places) % places) - 1)
  }

  function press(event: KeyboardEvent) {
    const chosen = isShown ? suggestions[active] : undefined
    if (event.isComposing) return
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && chosen) choose(chosen)
    else if (event.key === 'Delete' && chosen?.kind === 'recent') remove(chosen)
    else if (event.key === 'Escape' && isShown) close()
    else return
    event.preventDefault()
  }

  function submit() {
    const text = input.value.trim()
    if (text) recentSearches.remember(text)
    close()
  }

  function leave(event: FocusEvent | globalThis.FocusEvent) {
    if (!input.form?.contains(event.relatedTarget as Node | null)) close()
  }

  // What was typed while this was loaded counts too, and nothing in between is missed.
  useLayoutEffect(() => {
    setTyped(input.value)
    const listening = new AbortController()
    const { signal } = listening
    input.addEventListener('input', show, { signal })
    input.addEventListener('focus', show, { signal })
    input.addEventListener('click', show, { signal })
    input.addEventListener('keydown', press, { signal })
    input.addEventListener('blur', leave, { signal })
    input.form?.addEventListener('submit', submit, { signal })
    return () => listening.abort()
  })

  useEffect(() => {
    input.setAttribute('aria-expanded', String(isShown))
    if (isShown && active >= 0) input.setAttribute('aria-activedescendant', idOf(active))
    else input.removeAttribute('aria-activedescendant')
    document.getElementById(idOf(active))?.scrollIntoView({ block: 'nearest' })
  })

  return (
    <>
      <span role="status" className="visually-hidden">
        {removed ? t('search.removed', { query: removed }) : isShown && t('search.suggested', { count: suggestions.length })}
      </span>
      {isShown && (
        <div className={styles.popup} onBlur={leave}>
          <div role="listbox" id={listId} aria-label={t('search.suggestions')}>
            {GROUPS.filter(([kind]) => suggestions.some((suggestion) => suggestion.kind === kind)).map(([kind, title]) => (
              <div key={kind} role="group" aria-label={t(title)}>
                <span className={styles.title} aria-hidden="true">
                  {t(title)}
                  {kind === 'recent' && <kbd className={styles.hint}>{t('search.removeHint')}</kbd>}
                </span>
                {suggestions.map(
                  (suggestion, index) =>
                    suggestion.kind === kind && (
                      <div
                        key={suggestion.path}
                        role="option"
                        id={idOf(index)}
                        aria-selected={index === active}
                        aria-keyshortcuts={kind === 'recent' ? 'Delete' : undefined}
                        className={styles.option}
                        // The focus stays in the text.
                        onPointerDown={(event) => event.preventDefault()}
                        onClick={() => choose(suggestion)}
                      >
                        <Option suggestion={suggestion} />
                        {kind === 'recent' && <Remover label={suggestion.label} onRemove={() => remove(suggestion)} />}
                      </div>
                    ),
                )}
              </div>
            ))}
          </div>
          {suggestions[0]?.kind === 'recent' && (
            <button
              type="button"
              className={styles.forget}
              onClick={() => {
                recentSearches.forget()
                input.focus()
                close()
              }}
            >
              {t('search.forget')}
            </button>
          )}
        </div>
      )}
    </>
  )
}

/** For pointers alone: an option has no content of its own to assistive technology, and keyboards have the Delete key. */
function Remover({ label, onRemove }: { label: string; onRemove: () => void }) {
  const { t } = useTranslation()
  return (
    <span
      aria-hidden="true"
      title={t('search.remove', { query: label })}
      className={styles.remove}
      onClick={(event) => {
        event.stopPropagation()
        onRemove()
      }}
    >
      <Icon name="cross" size={16} />
    </span>
  )
}

function Option({ suggestion }: { suggestion: Suggestion }) {
  if (suggestion.kind !== 'product') {
    return (
      <>
        <Icon name="search" size={18} />
        <span>{suggestion.label}</span>
      </>
    )
  }
  return (
    <>
      <Picture src={suggestion.imageUrl} className={styles.picture} eager />
      <span>{suggestion.label}</span>
      <Price money={suggestion.price} className={styles.price} />
    </>
  )
}
