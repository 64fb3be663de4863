import type { ReactNode } from 'react'

/** A stretch of a search fragment, marked when it is what was searched for. */
export interface Stretch {
  text: string
  marked: boolean
}

const MARK = /<em>(.*?)<\/em>/gs

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&#39;': "'", '&#x2F;': '/' }

/** Splits a fragment at its <em> marks. Everything else in it is text, whatever it looks like. */
export function parseHighlight(fragment: string): Stretch[] {
  const stretches: Stretch[] = []
  let end = 0
  for (const match of fragment.matchAll(MARK)) {
    stretches.push({ text: fragment.slice(end, match.index), marked: false }, { text: match[1] ?? '', marked: true })
    end = match.index + match[0].length
  }
  stretches.push({ text: fragment.slice(end), marked: false })
  return stretches.filter(({ text }) => text !== '').map(({ text, marked }) => ({ text: unescaped(text), marked }))
}

/** A text whole, with the marks of a fragment of it; what is no part of the text marks nothing in it. */
export function markedIn(text: string, fragment: string): Stretch[] {
  const stretches = parseHighlight(fragment)
  const part = stretches.map((stretch) => stretch.text).join('')
  const begin = text.indexOf(part)
  if (begin < 0) return [{ text, marked: false }]
  const around = (outside: string) => (outside ? [{ text: outside, marked: false }] : [])
  return [...around(text.slice(0, begin)), ...stretches, ...around(text.slice(begin + part.length))]
}

/** Text with what was searched for marked. */
export function Highlighted({ stretches }: { stretches: Stretch[] }): ReactNode {
  return stretches.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))
}

function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#x27|#39|#x2F);/g, (entity) => ENTITIES[entity] ?? entity)
}
