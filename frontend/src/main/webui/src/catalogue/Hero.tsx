import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Category, Product } from '../api/types'
import { ButtonLink } from '../design/Button'
import { Icon } from '../design/Icon'
import { Picture } from '../design/Picture'
import { useTranslation } from '../design/translation'
import { searchOf } from './filters'
import styles from './Hero.module.css'
import { categoriesQuery } from './queries'

const SHOWN = 3

/** The shop's window: a promise, and three of the things that keep it. */
export function Hero({ products }: { products: readonly Product[] | undefined }) {
  const { t } = useTranslation()
  const { data: categories } = useQuery(categoriesQuery)
  return (
    <section className={styles.hero}>
      <Clouds />
      <div className={styles.inner}>
        <div className={styles.words}>
          <h1>{t('home.hero')}</h1>
          <p>{t('home.lead')}</p>
          <ButtonLink to="/products" size="l" className={styles.browse}>
            {t('home.browse')}
            <Icon name="arrow" />
          </ButtonLink>
        </div>
        <div className={styles.window}>
          {piecesOf(products, categories).map(({ to, name, imageUrl }) => (
            <Link key={to} to={to} className={styles.piece} aria-label={name}>
              <Picture src={imageUrl} eager />
            </Link>
          ))}
        </div>
      </div>
    </section>
  )
}

/** What can be seen and had, the newest first; where that is not enough, what stands for whole categories. */
function piecesOf(products: readonly Product[] | undefined, categories: readonly Category[] = []) {
  if (!products) return []
  const newest = products.filter(({ stock }) => stock > 0).map(({ id, name, imageUrl }) => ({ to: `/products/${id}`, name, imageUrl }))
  const shelves = categories.map(({ name, label = name, imageUrl }) => ({ to: `/products${searchOf({ category: name, page: 0 })}`, name: label, imageUrl }))
  return [...newest, ...shelves].filter(({ imageUrl }) => imageUrl).slice(0, SHOWN)
}

function Clouds() {
  return (
    <svg className={styles.clouds} viewBox="0 0 1440 120" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 120V84c60-30 130-34 190-8 40-52 150-64 220-14 50-28 130-26 170 14 70-60 190-66 270-10 60-34 150-34 200 4 60-48 170-52 230-6 50-20 110-16 160 8v48Z" />
    </svg>
  )
}
