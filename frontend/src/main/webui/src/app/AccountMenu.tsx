import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import { session } from '../api/session'
import { useSession } from '../api/useSession'
import { loginPath, returnPath } from '../account/returnPath'
import { Icon } from '../design/Icon'
import { showToast } from '../design/toasts'
import styles from './AccountMenu.module.css'

/** Behind the person's sign: the ways in, or what belongs to the customer. */
export function AccountMenu() {
  const { t } = useTranslation()
  const loggedIn = useSession() !== null
  const [open, setOpen] = useState(false)
  const menu = useRef<HTMLDivElement>(null)
  const { key } = useLocation()

  useEffect(() => setOpen(false), [key])

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
      {open && <ul className={styles.list}>{loggedIn ? <OwnEntries onDone={() => setOpen(false)} /> : <GuestEntries />}</ul>}
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

function OwnEntries({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()

  function logOut() {
    onDone()
    navigate('/')
    session.end()
    showToast(t('account.loggedOut'))
  }

  return (
    <>
      <li>
        <Link to="/orders">{t('nav.orders')}</Link>
      </li>
      <li>
        <Link to="/account">{t('nav.profile')}</Link>
      </li>
      <li>
        <button type="button" onClick={logOut}>
          {t('nav.logout')}
        </button>
      </li>
    </>
  )
}
