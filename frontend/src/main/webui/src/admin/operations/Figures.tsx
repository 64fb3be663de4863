import { useTranslation } from '../../design/translation'
import styles from '../Staff.module.css'

/** Numbers by their names. */
export function Figures({ of, label }: { of: Record<string, number>; label: (name: string) => string }) {
  const { language } = useTranslation()
  const format = new Intl.NumberFormat(language)
  return (
    <dl className={styles.facts}>
      {Object.entries(of).flatMap(([name, count]) => [<dt key={name}>{label(name)}</dt>, <dd key={`${name}-count`}>{format.format(count)}</dd>])}
    </dl>
  )
}
