import { loginPath } from '../account/returnPath'
import type { Cart } from '../api/types'
import { useSession, useStanding } from '../api/useSession'
import { SessionUnreachable } from '../app/SessionUnreachable'
import { ButtonLink } from '../design/Button'
import { Card } from '../design/Card'
import { EmptyState } from '../design/EmptyState'
import { ErrorNotice } from '../design/ErrorNotice'
import page from '../design/page.module.css'
import { Price } from '../design/Price'
import { SkeletonText } from '../design/Skeleton'
import { useTranslation } from '../design/translation'
import { usePageTitle } from '../design/usePageTitle'
import { CartLineRow } from './CartLineRow'
import styles from './CartPage.module.css'
import { itemCount } from './itemCount'
import { useCart } from './useCart'

export default function CartPage() {
  const { t } = useTranslation()
  usePageTitle(t('cart.title'))
  const userId = useSession()?.userId
  return (
    <div className={page.page}>
      {useStanding() === 'unreachable' ? <SessionUnreachable /> : <CartContent key={userId} isGuest={!userId} />}
    </div>
  )
}

function CartContent({ isGuest }: { isGuest: boolean }) {
  const { t } = useTranslation()
  const { data: cart, error, refetch } = useCart()

  if (cart?.items.length === 0) return <EmptyCart isGuest={isGuest} />
  return (
    <>
      <h1>{t('cart.title')}</h1>
      {cart ? <FilledCart cart={cart} /> : error ? <ErrorNotice error={error} onRetry={refetch} /> : <SkeletonText lines={8} />}
    </>
  )
}

function EmptyCart({ isGuest }: { isGuest: boolean }) {
  const { t } = useTranslation()
  return (
    <EmptyState title={t('cart.empty')} text={t(isGuest ? 'cart.emptyGuest' : 'cart.emptyText')}>
      <ButtonLink to="/products">{t('home.browse')}</ButtonLink>
      {isGuest && (
        <ButtonLink to={loginPath('/cart')} look="secondary">
          {t('nav.login')}
        </ButtonLink>
      )}
    </EmptyState>
  )
}

function FilledCart({ cart }: { cart: Cart }) {
  return (
    <div className={page.columns}>
      <ul className={styles.lines}>
        {cart.items.map((line) => (
          <CartLineRow key={line.productId} line={line} />
        ))}
      </ul>
      <Summary cart={cart} />
    </div>
  )
}

function Summary({ cart }: { cart: Cart }) {
  const { t } = useTranslation()
  const blocked = cart.items.some((line) => line.problem)
  return (
    <Card className={`${page.aside} ${styles.summary}`}>
      <h2>{t('cart.summary')}</h2>
      <p className={page.muted}>{t('cart.items', { count: itemCount(cart.items) })}</p>
      <p className={styles.total}>
        {t('cart.total')} <Price money={cart.total} />
      </p>
      {blocked ? (
        <p className={styles.blocked}>{t('cart.blocked')}</p>
      ) : (
        <ButtonLink to="/checkout" size="l" wide>
          {t('cart.checkout')}
        </ButtonLink>
      )}
      <ButtonLink to="/products" look="quiet" wide>
        {t('cart.keepShopping')}
      </ButtonLink>
    </Card>
  )
}
