import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../api/sentence'
import { session } from '../api/session'
import { showToast } from '../design/toasts'
import { useTranslation } from '../design/translation'

export interface Addition {
  productId: string
  name: string
  quantity: number
}

/** Adds to the cart, as soon as it is known whose. How is loaded with the first click. */
export function useAddToCart() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [waiting, setWaiting] = useState(0)

  async function add(addition: Addition) {
    setWaiting((others) => others + 1)
    try {
      const [{ addToCart }] = await Promise.all([import('./addToCart'), session.settled()])
      await addToCart(queryClient, addition, t)
    } catch (error) {
      showToast(sentenceOf(error, t))
    } finally {
      setWaiting((others) => others - 1)
    }
  }

  return { add, isPending: waiting > 0 }
}
