import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Category } from '../api/types'
import { ErrorNotice } from '../design/ErrorNotice'
import { Picture } from '../design/Picture'
import { Loading, Skeleton } from '../design/Skeleton'
import styles from './CategoryTiles.module.css'
import { searchOf } from './filters'
import { categoriesQuery, productsQuery } from './queries'

const EXPECTED = 8

export function CategoryTiles() {
  const { data: categories, error, refetch } = useQuery(categoriesQuery)
  if (error) return <ErrorNotice error={error} onRetry={refetch} />
  return (
    <ul className={styles.tiles}>
      {categories
        ? categories.map((category) => <CategoryTile key={category.name} category={category} />)
        : Array.from({ length: EXPECTED }, (_, index) => (
            <li key={index}>
              <Loading />
              <Skeleton className={styles.skeleton} />
            </li>
          ))}
    </ul>
  )
}

/** A category with one of its products for a picture. */
function CategoryTile({ category: { name, productCount } }: { category: Category }) {
  const { t } = useTranslation()
  const { data } = useQuery({ ...productsQuery({ category: name, page: 0 }, 1), staleTime: 300_000 })
  return (
    <li>
      <Link to={`/products${searchOf({ category: name, page: 0 })}`} className={styles.tile}>
        {data ? <Picture src={data.items[0]?.imageUrl} className={styles.picture} /> : <Skeleton className={styles.picture} />}
        <span className={styles.name}>{name}</span>
        <span className={styles.count}>{t('catalogue.count', { count: productCount })}</span>
      </Link>
    </li>
  )
}
