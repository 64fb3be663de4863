import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from '../design/translation'
import { chooseLanguage, LANGUAGES, type Language } from './i18n/i18n'
import styles from './Switches.module.css'

export function LanguageSwitch() {
  const { t, language: current } = useTranslation()
  const queryClient = useQueryClient()
  return (
    <div role="group" aria-label={t('nav.language')} className={styles.languages}>
      {(Object.keys(LANGUAGES) as Language[]).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-label={`${language.toUpperCase()} – ${LANGUAGES[language]}`}
          aria-pressed={language === current}
          onClick={async () => {
            await chooseLanguage(language)
            // What was read in the other language is read again.
            await queryClient.invalidateQueries()
          }}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  )
}
