import { useEffect, useRef, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { isStaff } from '../api/session'
import { logOut } from '../api/upkeep'
import { useSession } from '../api/useSession'
import { loginPath, returnPath } from '../account/returnPath'
import { GUEST_CART } from '../cart/useCart'
import { Icon } from '../design/Icon'
import { browserStorage } from '../design/storage'
import { showToast } from '../design/toasts'
import { useTranslation } from '../design/translation'
import styles from './AccountMenu.module.css'

/** Behind the person's sign: the ways in, or what belongs to the customer. */
export function AccountMenu() {
  const { t } = useTranslation()
  const loggedIn = useSession() !== null
  const [open, setOpen] = useState(false)
  const menu = useRef<HTMLDivElement>(null)
  const leaving = useRef(false)
  const navigate = useNavigate()
  const { key } = useLocation()

  useEffect(() => {
    setOpen(false)
    if (!leaving.current) return
    leaving.current = false
    browserStorage.remove(GUEST_CART)
    void logOut()
    showToast(t('account.loggedOut'))
  }, [key, t])

  /** First to a page for everybody: the one that is open now may be the customer's, and would ask for a login. */
  function leave() {
    leaving.current = true
    navigate('/')
  }

  useEffect(() => {
    if (!open) return
    const closeOutside = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
    }
  }, [open])

  return (
    <div ref={menu} className={styles.menu} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <button type="button" className={styles.toggle} aria-label={t('nav.account')} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="person" />
      </button>
      {open && <ul className={styles.list}>{loggedIn ? <OwnEntries onLogOut={leave} /> : <GuestEntries />}</ul>}
    </div>
  )
}

function GuestEntries() {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const returnTo = pathname === '/login' || pathname === '/register' ? returnPath(new URLSearchParams(search)) : pathname + search
  return (
    <>
      <li>
        <Link to={loginPath(returnTo)}>{t('nav.login')}</Link>
      </li>
      <li>
        <Link to={`/register?${new URLSearchParams({ return: returnTo })}`}>{t('nav.register')}</Link>
      </li>
    </>
  )
}

function OwnEntries({ onLogOut }: { onLogOut: () => void }) {
  const { t } = useTranslation()
  const forStaff = isStaff(useSession())
  return (
    <>
      {forStaff && (
        <li>
          <Link to="/admin">{t('nav.admin')}</Link>
        </li>
      )}
      <li>
        <Link to="/orders">{t('nav.orders')}</Link>
      </li>
      <li>
        <Link to="/account">{t('nav.profile')}</Link>
      </li>
      <li>
        <button type="button" onClick={onLogOut}>
          {t('nav.logout')}
        </button>
      </li>
    </>
  )
}
