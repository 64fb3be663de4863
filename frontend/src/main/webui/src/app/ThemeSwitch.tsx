import { useState } from 'react'
import { Icon } from '../design/Icon'
import { chooseTheme, currentTheme } from '../design/theme'
import { useTranslation } from '../design/translation'
import styles from './Switches.module.css'

export function ThemeSwitch() {
  const { t } = useTranslation()
  const [theme, setTheme] = useState(currentTheme)
  const other = theme === 'dark' ? 'light' : 'dark'

  function switchTheme() {
    chooseTheme(other)
    setTheme(other)
  }

  return (
    <button type="button" className={styles.theme} aria-label={t(other === 'dark' ? 'nav.toDark' : 'nav.toLight')} onClick={switchTheme}>
      <Icon name={other === 'dark' ? 'moon' : 'sun'} />
    </button>
  )
}
