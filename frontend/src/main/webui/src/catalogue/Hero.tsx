import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Product } from '../api/types'
import { ButtonLink } from '../design/Button'
import { Icon } from '../design/Icon'
import { Picture } from '../design/Picture'
import styles from './Hero.module.css'

const SHOWN = 3

/** The shop's window: a promise, and three of the things that keep it. */
export function Hero({ products }: { products: readonly Product[] | undefined }) {
  const { t } = useTranslation()
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
          {products
            ?.filter(({ stock }) => stock > 0)
            .slice(0, SHOWN)
            .map((product) => (
              <Link key={product.id} to={`/products/${product.id}`} className={styles.piece} aria-label={product.name}>
                <Picture src={product.imageUrl} eager />
              </Link>
            ))}
        </div>
      </div>
    </section>
  )
}

function Clouds() {
  return (
    <svg className={styles.clouds} viewBox="0 0 1440 120" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 120V84c60-30 130-34 190-8 40-52 150-64 220-14 50-28 130-26 170 14 70-60 190-66 270-10 60-34 150-34 200 4 60-48 170-52 230-6 50-20 110-16 160 8v48Z" />
    </svg>
  )
}
