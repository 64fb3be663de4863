import { Icon, type IconName } from '../design/Icon'
import { useTranslation } from '../design/translation'
import styles from './Promises.module.css'

const PROMISES = [
  ['bag', 'home.promiseStock', 'home.promiseStockText'],
  ['card', 'home.promiseOnce', 'home.promiseOnceText'],
  ['person', 'home.promiseData', 'home.promiseDataText'],
] as const satisfies [IconName, string, string][]

/** What customers can rely on, each kept by the platform behind the shop. */
export function Promises() {
  const { t } = useTranslation()
  return (
    <ul className={styles.promises}>
      {PROMISES.map(([icon, title, text]) => (
        <li key={title}>
          <span className={styles.icon}>
            <Icon name={icon} size={26} />
          </span>
          <h3>{t(title)}</h3>
          <p>{t(text)}</p>
        </li>
      ))}
    </ul>
  )
}
