import { Link } from 'react-router'
import { Logo } from '../design/Logo'
import { useTranslation } from '../design/translation'
import styles from './Footer.module.css'
import { LanguageSwitch } from './LanguageSwitch'
import { ThemeSwitch } from './ThemeSwitch'

export function Footer() {
  const { t } = useTranslation()
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <div className={styles.brand}>
          <Logo className={styles.logo} />
          <p className={styles.claim}>{t('footer.claim')}</p>
          <p className={styles.sandbox}>{t('footer.sandbox')}</p>
        </div>
        <nav aria-label={t('footer.shop')}>
          <h2>{t('footer.shop')}</h2>
          <Link to="/products">{t('catalogue.title')}</Link>
          <Link to="/products?sort=newest">{t('nav.new')}</Link>
        </nav>
        <nav aria-label={t('footer.you')}>
          <h2>{t('footer.you')}</h2>
          <Link to="/cart">{t('nav.cart')}</Link>
          <Link to="/orders">{t('nav.orders')}</Link>
          <Link to="/account">{t('nav.profile')}</Link>
        </nav>
        <div className={styles.settings}>
          <h2>{t('footer.settings')}</h2>
          <span className={styles.switches}>
            <LanguageSwitch />
            <ThemeSwitch />
          </span>
        </div>
      </div>
    </footer>
  )
}
