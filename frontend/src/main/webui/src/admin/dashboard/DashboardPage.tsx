import { useTranslation } from '../../design/translation'
import { usePageTitle } from '../../design/usePageTitle'
import styles from '../Staff.module.css'
import { BooksTiles } from './BooksTiles'
import { SalesTile } from './SalesTile'
import { DeadLetterTile, IndexTile, LowStockTile } from './StateTiles'

/** Where the shop stands, and the ways to what wants somebody's hand. */
export default function DashboardPage() {
  const { t } = useTranslation()
  usePageTitle(t('staff.dashboard.title'))
  return (
    <div className={styles.page}>
      <h1>{t('staff.dashboard.title')}</h1>
      <SalesTile />
      <div className={styles.tiles}>
        <BooksTiles />
        <LowStockTile />
        <DeadLetterTile />
        <IndexTile />
      </div>
    </div>
  )
}
