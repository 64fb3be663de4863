import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, unwrap } from '../api/client'
import { recentSearches } from './recentSearches'

export type Suggestion =
  | { kind: 'recent' | 'word'; label: string; path: string }
  | { kind: 'product'; label: string; path: string; price: { amount: string; currency: string }; imageUrl: string | undefined }

const PAUSE_MS = 150
const WORDS = 6
const PRODUCTS = 4

/** What the customer may mean by what is typed so far; before anything is, what was searched for lately. The request of a former text is given up. */
export function useSuggestions(typed: string): readonly Suggestion[] {
  const q = useSettled(typed.trim())
  const { data } = useQuery({
    queryKey: ['suggestions', q],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/products/suggest', { params: { query: { q } }, signal })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    // A help that is late is none.
    retry: false,
  })
  if (typed.trim() === '') return recentSearches.read().map((label) => ({ kind: 'recent', label, path: searchPath(label) }))
  if (!data) return []
  return [
    ...data.suggestions.slice(0, WORDS).map((label) => ({ kind: 'word' as const, label, path: searchPath(label) })),
    ...data.products
      .slice(0, PRODUCTS)
      .map(({ id, name, price, imageUrl }) => ({ kind: 'product' as const, label: name, path: `/products/${id}`, price, imageUrl })),
  ]
}

const searchPath = (q: string) => `/search?${new URLSearchParams({ q })}`

/** The text when nobody types for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
