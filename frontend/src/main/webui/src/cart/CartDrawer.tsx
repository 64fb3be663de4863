import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import type { Cart, CartLine } from '../api/types'
import { useSession } from '../api/useSession'
import { ButtonLink } from '../design/Button'
import { Dialog } from '../design/Dialog'
import { ErrorNotice } from '../design/ErrorNotice'
import { Picture } from '../design/Picture'
import { Price } from '../design/Price'
import { SkeletonText } from '../design/Skeleton'
import { useTranslation } from '../design/translation'
import styles from './CartDrawer.module.css'
import { drawer, type DrawerState } from './drawer'
import { useCart } from './useCart'

/** The cart at the side of the page: what is in it, and the ways to all of it and to the checkout. */
export function CartDrawer({ isOpen, message }: DrawerState) {
  const { t } = useTranslation()
  const { data: cart, error, refetch } = useCart()
  const userId = useSession()?.userId
  const { key } = useLocation()
  const place = useRef({ key, userId })

  // Another page begins without it, and so does whoever else the cart is of.
  useEffect(() => {
    if (place.current.key !== key || place.current.userId !== userId) drawer.close()
    place.current = { key, userId }
  }, [key, userId])

  return (
    <Dialog side title={t('cart.title')} lead={message} open={isOpen} onClose={drawer.close} footer={<Ways cart={cart} />}>
      {cart ? <Lines cart={cart} /> : error ? <ErrorNotice error={error} onRetry={refetch} /> : isOpen && <SkeletonText lines={4} />}
    </Dialog>
  )
}

function Lines({ cart }: { cart: Cart }) {
  const { t } = useTranslation()
  if (cart.items.length === 0) return <p>{t('cart.empty')}</p>
  return (
    <ul className={styles.lines}>
      {cart.items.map((line) => (
        <Line key={line.productId} line={line} />
      ))}
    </ul>
  )
}

function Line({ line }: { line: CartLine }) {
  const { t } = useTranslation()
  const name = line.name ?? t('product.unnamed')
  return (
    <li className={styles.line}>
      <Picture src={line.imageUrl} className={styles.picture} />
      {line.problem === 'gone' ? (
        <span>{name}</span>
      ) : (
        <Link to={`/products/${line.productId}`} onClick={drawer.close}>
          {name}
        </Link>
      )}
      <Price money={line.lineTotal} className={styles.amount} />
      <small className={styles.quantity}>
        {line.quantity} × <Price money={line.unitPrice} />
      </small>
    </li>
  )
}

/** Closed before the way is taken, so that the focus ends on the page that it leads to. */
function Ways({ cart }: { cart: Cart | undefined }) {
  const { t } = useTranslation()
  const canBeOrdered = cart && cart.items.length > 0 && !cart.items.some(({ problem }) => problem)
  return (
    <div className={styles.ways}>
      {cart && (
        <p className={styles.total}>
          {t('cart.total')} <Price money={cart.total} />
        </p>
      )}
      {canBeOrdered && (
        <ButtonLink to="/checkout" wide onClick={drawer.close}>
          {t('cart.checkout')}
        </ButtonLink>
      )}
      <ButtonLink to="/cart" look="secondary" wide onClick={drawer.close}>
        {t('product.viewCart')}
      </ButtonLink>
    </div>
  )
}
