import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { LowStock } from '../../api/types'
import { Badge } from '../../design/Badge'
import { Button } from '../../design/Button'
import { Dialog } from '../../design/Dialog'
import { SelectField } from '../../design/Field'
import page from '../../design/page.module.css'
import { useTranslation } from '../../design/translation'
import { usePageTitle } from '../../design/usePageTitle'
import { EndlessTable } from '../operations/EndlessTable'
import styles from '../Staff.module.css'
import { LOW, lowStockQuery, THRESHOLDS } from './productCalls'
import { StockAdjustment } from './StockCard'

const COLUMNS = ['name', 'sku', 'available', 'held', 'book']
const PAGE_SIZE = 50

/** What runs out, and booking in what has been delivered. */
export default function LowStockPage() {
  const { t, language } = useTranslation()
  usePageTitle(t('staff.low.title'))
  const [search, setSearch] = useSearchParams()
  const threshold = THRESHOLDS.find((known) => String(known) === search.get('threshold')) ?? LOW
  const products = useInfiniteQuery(lowStockQuery(threshold, PAGE_SIZE, language))
  const [booked, setBooked] = useState<LowStock | null>(null)
  const whole = useRef<HTMLDivElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    // The row that the dialog was opened from may be gone by now, and the focus with it.
    if (!booked && isDone.current) whole.current?.focus({ preventScroll: true })
    isDone.current = false
  }, [booked])

  function finish() {
    isDone.current = true
    setBooked(null)
  }

  return (
    <div ref={whole} tabIndex={-1} className={styles.page}>
      <Link to="/admin/products">{t('staff.products.back')}</Link>
      <h1>{t('staff.low.title')}</h1>
      <p className={page.muted}>{t('staff.low.lead')}</p>
      <div className={styles.tools}>
        <SelectField label={t('staff.low.threshold')} value={threshold} onChange={({ target }) => setSearch({ threshold: target.value })}>
          {THRESHOLDS.map((known) => (
            <option key={known} value={known}>
              {t('staff.low.units', { count: known })}
            </option>
          ))}
        </SelectField>
      </div>
      <EndlessTable words="staff.low" columns={COLUMNS} query={products} row={(product) => <LowStockRow key={product.productId} product={product} onBook={setBooked} />} />
      <Dialog title={t('staff.low.bookTitle', { name: booked?.name })} open={booked !== null} onClose={() => setBooked(null)}>
        {booked && <StockAdjustment id={booked.productId} onBooked={finish} />}
      </Dialog>
    </div>
  )
}

function LowStockRow({ product, onBook }: { product: LowStock; onBook: (product: LowStock) => void }) {
  const { t } = useTranslation()
  const { productId, name, sku, available, held } = product
  return (
    <tr>
      <th scope="row" className={styles.wide}>
        <Link to={`/admin/products/${productId}`}>{name}</Link>
      </th>
      <td className={styles.short}>{sku}</td>
      <td>{available > 0 ? available : <Badge tone="danger">{t('product.soldOut')}</Badge>}</td>
      <td>{held}</td>
      <td>
        <Button look="quiet" aria-label={t('staff.of', { label: t('staff.low.book'), of: name })} onClick={() => onBook(product)}>
          {t('staff.low.book')}
        </Button>
      </td>
    </tr>
  )
}
