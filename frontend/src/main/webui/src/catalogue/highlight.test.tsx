import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Highlighted, markedIn, parseHighlight } from './highlight'

describe('highlight', () => {
  it('splits a fragment at its marks', () => {
    expect(parseHighlight('a <em>red</em> lamp')).toEqual([
      { text: 'a ', marked: false },
      { text: 'red', marked: true },
      { text: ' lamp', marked: false },
    ])
  })

  it.each(['no mark', '<em>open', 'closed</em>', '<em></em>'])('loses no text of "%s" that is not a mark', (fragment) => {
    const text = parseHighlight(fragment)
      .map((stretch) => stretch.text)
      .join('')

    expect(text).toBe(fragment.replace('<em></em>', ''))
  })

  it('never turns text into markup', () => {
    const { container } = render(<Highlighted stretches={parseHighlight('<img src=x onerror=alert(1)> <em><script>alert(1)</script></em> &lt;b&gt;')} />)

    expect(container.querySelectorAll('img, script, b')).toHaveLength(0)
    expect(container).toHaveTextContent('<script>alert(1)</script>')
    expect(container).toHaveTextContent('<b>')
    expect(container.querySelectorAll('mark')).toHaveLength(1)
  })
})

describe('marked text', () => {
  it.each([
    ['Wow! Great Lamp? Yes! X', '<em>X</em>', 'Wow! Great Lamp? Yes! [X]'],
    ['Wow! Great Lamp? Yes! X', 'Great <em>Lamp</em>?', 'Wow! Great [Lamp]? Yes! X'],
    ['Tea & <b>Biscuits</b>', 'Tea &amp; &lt;b&gt;<em>Biscuits</em>&lt;&#x2F;b&gt;', 'Tea & <b>[Biscuits]</b>'],
    ['💡 Lamp 💡', '💡 <em>Lamp</em> 💡', '💡 [Lamp] 💡'],
    ['Lamp', 'Renamed <em>Light</em>', 'Lamp'],
    ['Lamp', '', 'Lamp'],
  ])('keeps "%s" whole around "%s"', (text, fragment, shown) => {
    const stretches = markedIn(text, fragment)

    expect(stretches.map((stretch) => (stretch.marked ? `[${stretch.text}]` : stretch.text)).join('')).toBe(shown)
  })
})
