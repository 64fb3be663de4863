import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Shortage } from '../api/problem'
import { sentenceOf } from '../api/sentence'
import type { Cart } from '../api/types'
import { removeLine, setQuantity } from '../cart/changes'
import { cartChanged } from '../cart/useCart'
import { Button } from '../design/Button'
import { focusMain } from '../design/focus'
import { Notice } from '../design/Notice'
import { showToast } from '../design/toasts'
import { useTranslation } from '../design/translation'

interface ShortagesProps {
  shortages: Shortage[]
  cart: Cart | undefined
  onAdjusted: () => void
}

/** What is short, and a cart that takes what is left. */
export function Shortages({ shortages, cart, onAdjusted }: ShortagesProps) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const nameOf = (productId: string) => cart?.items.find((line) => line.productId === productId)?.name ?? productId

  async function adjust() {
    setBusy(true)
    try {
      for (const { productId, available } of shortages) {
        await (available > 0 ? setQuantity(productId, available) : removeLine(productId))
      }
      showToast(t('checkout.adjusted'))
      await cartChanged(queryClient)
      focusMain()
      onAdjusted()
    } catch (error) {
      showToast(sentenceOf(error, t))
      await cartChanged(queryClient)
    } finally {
      setBusy(false)
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
