import type { Ref } from 'react'
import { Link } from 'react-router'
import type { Product } from '../../api/types'
import { Badge } from '../../design/Badge'
import { classes } from '../../design/classes'
import { Price } from '../../design/Price'
import { useTranslation } from '../../design/translation'
import styles from '../Staff.module.css'
import { useChosen } from '../useChosen'
import { DeleteProducts } from './DeleteProducts'

const COLUMNS = ['name', 'sku', 'category', 'price', 'stock']
const NUMBERS = ['price', 'stock']

/** Products, and what can be done with several of them together. */
export function ProductTable({ ref, products }: { ref: Ref<HTMLDivElement>; products: Product[] }) {
  const { t } = useTranslation()
  const { chosen, has, isAll, choose, chooseAll } = useChosen(products)
  return (
    <>
      <DeleteProducts chosen={chosen} />
      <div ref={ref} role="region" aria-label={t('staff.products.title')} tabIndex={0} className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <td>
                <input
                  type="checkbox"
                  className={styles.choice}
                  aria-label={t('staff.products.bulk.all')}
                  checked={isAll}
                  onChange={({ target }) => chooseAll(target.checked)}
                />
              </td>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className={classes(NUMBERS.includes(column) && styles.number)}>
                  {t(`staff.products.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {products.map((product) => (
              <ProductRow key={product.id} product={product} isChosen={has(product.id)} onChoose={(isChosen) => choose(product.id, isChosen)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface ProductRowProps {
  product: Product
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
}

function ProductRow({ product: { id, name, sku, category, categoryLabel, price, stock }, isChosen, onChoose }: ProductRowProps) {
  const { t } = useTranslation()
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          className={styles.choice}
          aria-label={t('staff.products.bulk.choose', { name })}
          checked={isChosen}
          onChange={({ target }) => onChoose(target.checked)}
        />
      </td>
      <th scope="row" className={styles.wide}>
        <Link to={`/admin/products/${id}`}>{name}</Link>
      </th>
      <td className={styles.short}>{sku}</td>
      <td>{categoryLabel ?? category}</td>
      <td className={styles.number}>
        <Price money={price} />
      </td>
      <td className={styles.number}>{stock > 0 ? stock : <Badge tone="danger">{t('product.soldOut')}</Badge>}</td>
    </tr>
  )
}
