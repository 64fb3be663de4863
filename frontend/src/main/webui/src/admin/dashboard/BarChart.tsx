import { scaleBand, scaleLinear } from 'd3-scale'
import styles from './BarChart.module.css'

const WIDTH = 600
const HEIGHT = 200
const LEFT = 64
const BOTTOM = 24
const TOP = 8
const LINES = 3
const LABELS = 5

export interface Bar {
  label: string
  value: number
}

/** Values beside one another. For the eye alone: whoever shows it says the same in a table. */
export function BarChart({ bars, format }: { bars: Bar[]; format: (value: number) => string }) {
  const across = scaleBand(bars.map(({ label }) => label), [LEFT, WIDTH]).padding(0.25)
  // Whole numbers beside the lines, also where next to nothing was sold.
  const most = Math.max(LINES, ...bars.map(({ value }) => value))
  const up = scaleLinear([0, most], [HEIGHT - BOTTOM, TOP]).nice(LINES)
  const every = Math.ceil(bars.length / LABELS)
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {up.ticks(LINES).map((tick) => (
        <g key={tick} className={styles.line}>
          <line x1={LEFT} x2={WIDTH} y1={up(tick)} y2={up(tick)} />
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
