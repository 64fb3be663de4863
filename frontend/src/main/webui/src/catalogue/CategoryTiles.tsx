import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Category } from '../api/types'
import { ErrorNotice } from '../design/ErrorNotice'
import { Picture } from '../design/Picture'
import { Loading, Skeleton } from '../design/Skeleton'
import { useTranslation } from '../design/translation'
import styles from './CategoryTiles.module.css'
import { searchOf } from './filters'
import { categoriesQuery } from './queries'

const EXPECTED = 8

export function CategoryTiles() {
  const { data: categories, error, refetch } = useQuery(categoriesQuery)
  if (error) return <ErrorNotice error={error} onRetry={refetch} />
  return (
    <ul className={styles.tiles}>
      {categories
        ? categories.filter(({ parent }) => !parent).map((category) => <CategoryTile key={category.name} category={category} />)
        : Array.from({ length: EXPECTED }, (_, index) => (
            <li key={index}>
              <Loading />
              <Skeleton className={styles.skeleton} />
            </li>
          ))}
    </ul>
  )
}

function CategoryTile({ category: { name, label, productCount, imageUrl } }: { category: Category }) {
  const { t } = useTranslation()
  return (
    <li>
      <Link to={`/products${searchOf({ category: name, page: 0 })}`} className={styles.tile}>
        <Picture src={imageUrl} className={styles.picture} />
        <span className={styles.name}>{label ?? name}</span>
        <span className={styles.count}>{t('catalogue.count', { count: productCount })}</span>
      </Link>
    </li>
  )
}
