import { useTranslation } from 'react-i18next'
import { chooseLanguage, LANGUAGES, type Language } from './i18n/i18n'
import styles from './Switches.module.css'

export function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  return (
    <div role="group" aria-label={t('nav.language')} className={styles.languages}>
      {(Object.keys(LANGUAGES) as Language[]).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-label={`${language.toUpperCase()} – ${LANGUAGES[language]}`}
          aria-pressed={language === i18n.language}
          onClick={() => chooseLanguage(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  )
}
