import type { ReactNode } from 'react'
import { MAIN_ID } from '../design/focus'
import { Toaster } from '../design/Toaster'
import { useTranslation } from '../design/translation'
import { DrawerPlace } from './DrawerPlace'
import { Footer } from './Footer'
import { Header } from './Header'
import { OfflineNotice } from './OfflineNotice'
import { useArrival } from './useArrival'
import { SessionEnded } from './SessionEnded'
import styles from './Shell.module.css'
import { useOtherTabs } from './useOtherTabs'

/** What stands around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  useArrival()
  useOtherTabs()
  return (
    <div className={styles.shell}>
      <a href={`#${MAIN_ID}`} className={styles.skip}>
        {t('nav.skip')}
      </a>
      <Header />
      {/* Before the content, so that from there the keyboard reaches it with two steps back. */}
      <Toaster />
      <main id={MAIN_ID} tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Footer />
      <SessionEnded />
      <DrawerPlace />
      <OfflineNotice />
    </div>
  )
}
