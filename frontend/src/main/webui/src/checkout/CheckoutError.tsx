import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasSlug, isUndecided, type Shortage } from '../api/problem'
import { sentenceOf } from '../api/sentence'
import type { Cart } from '../api/types'
import { cartQuery, removeLine, setQuantity } from '../cart/useCart'
import { Button } from '../design/Button'
import { ErrorNotice } from '../design/ErrorNotice'
import { Notice } from '../design/Notice'
import { showToast } from '../design/toasts'

interface CheckoutErrorProps {
  error: Error
  cart: Cart
  onRetry: () => void
  onAdjusted: () => void
}

/** Why there is no order yet, and the way on. */
export function CheckoutError({ error, cart, onRetry, onAdjusted }: CheckoutErrorProps) {
  const { t } = useTranslation()
  if (hasSlug(error, 'payment-declined')) {
    return (
      <Notice tone="danger" title={t('checkout.declinedTitle')}>
        <p>{t('checkout.declinedText')}</p>
      </Notice>
    )
  }
  if (hasSlug(error, 'insufficient-stock') && error.problem.shortages) {
    return <Shortages shortages={error.problem.shortages} cart={cart} onAdjusted={onAdjusted} />
  }
  if (!isUndecided(error)) return <ErrorNotice error={error} />
  return (
    <>
      <ErrorNotice error={error} onRetry={onRetry} />
      <Notice>
        <p>{t('checkout.undecided')}</p>
      </Notice>
    </>
  )
}

function Shortages({ shortages, cart, onAdjusted }: { shortages: Shortage[]; cart: Cart; onAdjusted: () => void }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const nameOf = (productId: string) => cart.items.find((line) => line.productId === productId)?.name ?? productId

  async function adjust() {
    setBusy(true)
    try {
      for (const { productId, available } of shortages) {
        await (available > 0 ? setQuantity(productId, available) : removeLine(productId))
      }
      showToast(t('checkout.adjusted'))
      onAdjusted()
    } catch (error) {
      showToast(sentenceOf(error, t))
    } finally {
      setBusy(false)
      await queryClient.invalidateQueries({ queryKey: cartQuery.queryKey })
    }
  }

  return (
    <Notice tone="danger" title={t('checkout.shortTitle')}>
      <p>{t('checkout.shortText')}</p>
      <ul>
        {shortages.map(({ productId, requested, available }) => (
          <li key={productId}>{t('checkout.shortLine', { name: nameOf(productId), requested, available })}</li>
        ))}
      </ul>
      <Button look="secondary" busy={busy} onClick={adjust}>
        {t('checkout.adjust')}
      </Button>
    </Notice>
  )
}
