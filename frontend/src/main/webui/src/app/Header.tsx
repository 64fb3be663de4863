import type { MouseEvent } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { SearchBox } from '../catalogue/SearchBox'
import { drawer } from '../cart/drawer'
import { useCart } from '../cart/useCart'
import { itemCount } from '../cart/itemCount'
import { Icon } from '../design/Icon'
import { Logo } from '../design/Logo'
import { useTranslation } from '../design/translation'
import { AccountMenu } from './AccountMenu'
import styles from './Header.module.css'
import { LanguageSwitch } from './LanguageSwitch'
import { ThemeSwitch } from './ThemeSwitch'

export function Header() {
  const { t } = useTranslation()
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Link to="/" className={styles.brand} aria-label={t('nav.home')}>
          <Logo className={styles.logo} />
          <span className={styles.name}>CloudShop</span>
        </Link>
        <nav aria-label={t('nav.main')} className={styles.nav}>
          <NavLink to="/products" end>
            {t('nav.shop')}
          </NavLink>
        </nav>
        <SearchBox className={styles.search} />
        <div className={styles.tools}>
          <span className={styles.wideOnly}>
            <LanguageSwitch />
            <ThemeSwitch />
          </span>
          <AccountMenu />
          <CartLink />
        </div>
      </div>
    </header>
  )
}

const MOST_SHOWN = 99

function CartLink() {
  const { t } = useTranslation()
  const { data: cart } = useCart()
  const { pathname } = useLocation()
  const count = cart ? itemCount(cart.items) : 0

  function show(event: MouseEvent) {
    if (!cart || pathname === '/cart' || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    drawer.open()
  }

  return (
    <Link to="/cart" className={styles.cart} aria-label={t('nav.cartCount', { count })} onClick={show}>
      <Icon name="bag" />
      {count > 0 && (
        <span key={count} className={styles.count} aria-hidden="true">
          {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
        </span>
      )}
    </Link>
  )
}
