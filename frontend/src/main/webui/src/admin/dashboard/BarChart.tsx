import { scaleBand, scaleLinear } from 'd3-scale'
import { useLayoutEffect, useRef, useState } from 'react'
import styles from './BarChart.module.css'

/** Until it is known how much room there is. */
const WIDTH = 400
const HEIGHT = 200
const LEFT = 64
const BOTTOM = 24
const TOP = 8
const LINES = 3
const LABEL_WIDTH = 72

export interface Bar {
  label: string
  value: number
}

/** Values beside one another. For the eye alone: whoever shows it says the same in a table. */
export function BarChart({ bars, format }: { bars: Bar[]; format: (value: number) => string }) {
  const { chart, width } = useWidth()
  const across = scaleBand(bars.map(({ label }) => label), [LEFT, width]).padding(0.25)
  // Whole numbers beside the lines, also where next to nothing was sold.
  const most = Math.max(LINES, ...bars.map(({ value }) => value))
  const up = scaleLinear([0, most], [HEIGHT - BOTTOM, TOP]).nice(LINES)
  const every = Math.ceil((bars.length * LABEL_WIDTH) / Math.max(LABEL_WIDTH, width - LEFT))
  return (
    <svg ref={chart} className={styles.chart} height={HEIGHT} aria-hidden="true">
      {up.ticks(LINES).map((tick) => (
        <g key={tick} className={styles.line}>
          <line x1={LEFT} x2={width} y1={up(tick)} y2={up(tick)} />
          <text x={LEFT - 8} y={up(tick)} dy="0.32em" textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {bars.map(({ label, value }, index) => (
        <g key={label}>
          <rect className={styles.bar} x={across(label)} y={up(value)} width={across.bandwidth()} height={up(0) - up(value)}>
            <title>{`${label}: ${format(value)}`}</title>
          </rect>
          {(bars.length - 1 - index) % every === 0 && (
            <text x={across(label)! + across.bandwidth() / 2} y={HEIGHT - 4} textAnchor={index === bars.length - 1 ? 'end' : 'middle'}>
              {label}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

/** A pixel of the drawing is one of the screen, so that what is written in it is as large as everywhere else. */
function useWidth() {
  const chart = useRef<SVGSVGElement>(null)
  const [width, setWidth] = useState(WIDTH)
  useLayoutEffect(() => {
    const measure = () => setWidth(chart.current?.clientWidth || WIDTH)
    measure()
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  }, [])
  return { chart, width }
}
