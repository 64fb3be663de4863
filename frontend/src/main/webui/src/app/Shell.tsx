import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PendingAddition } from '../cart/PendingAddition'
import { Toaster } from '../design/Toaster'
import { Footer } from './Footer'
import { Header } from './Header'
import { MAIN_ID, useArrival } from './useArrival'
import { useForgetting } from './useForgetting'
import styles from './Shell.module.css'

/** What stands around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  useArrival()
  useForgetting()
  return (
    <div className={styles.shell}>
      <a href={`#${MAIN_ID}`} className={styles.skip}>
        {t('nav.skip')}
      </a>
      <Header />
      <main id={MAIN_ID} tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Footer />
      <PendingAddition />
      <Toaster />
    </div>
  )
}
