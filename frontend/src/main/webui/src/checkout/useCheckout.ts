import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { hasSlug, isUndecided } from '../api/problem'
import { session } from '../api/session'
import type { Cart, OrderRequest } from '../api/types'
import { cartChanged, cartQuery } from '../cart/useCart'
import { orderKey, ordersKey } from '../orders/queries'
import { newAttempt, openAttempts, type Attempt } from './attempt'
import { outcomeOf } from './outcome'
import { repriced } from './priceChange'

export interface Checkout {
  /** Whose order it is going to be. */
  userId: string
  /** The attempt whose outcome is not known yet: until it is, nothing else can be ordered. */
  open: Attempt | null
  isPending: boolean
  error: Error | null
  /** What the error is the answer to. */
  failed: Attempt | undefined
  place: (cart: Cart, input: Pick<OrderRequest, 'shippingAddress' | 'payment'>) => void
  /** Sends the open attempt again. */
  retry: () => void
  /** Forgets the error. */
  reset: () => void
}

/** Orders a cart and goes on to the confirmation. An attempt that was left open, by a reload or a lost session, is taken up again. */
export function useCheckout(): Checkout {
  const [userId] = useState(() => session.userId() ?? '')
  const [open, setOpen] = useState(() => openAttempts.of(userId))
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const readCartAgain = () => queryClient.invalidateQueries({ queryKey: cartQuery.queryKey })

  // At once, and until an order leads away from here: a second click may come before the next picture of the page.
  const isSent = useRef(false)

  const { mutate, isPending, error, variables, reset } = useMutation({
    mutationFn: (attempt: Attempt) => outcomeOf(attempt, userId),
    onSuccess: async (order) => {
      openAttempts.settle(userId)
      queryClient.setQueryData(orderKey(order.id), order)
      await navigate(`/checkout/done/${order.id}`, { replace: true })
      await cartChanged(queryClient)
      await queryClient.invalidateQueries({ queryKey: ordersKey })
    },
    onError: async (error) => {
      isSent.current = false
      if (isUndecided(error)) return
      openAttempts.settle(userId)
      // Its version and prices are part of the next attempt.
      await readCartAgain()
      if (hasSlug(error, 'price-changed')) queryClient.setQueryData(cartQuery.queryKey, (cart) => cart && repriced(cart, error.problem))
      setOpen(null)
    },
  })

  const send = (attempt: Attempt) => {
    if (isSent.current) return
    isSent.current = true
    openAttempts.keep(userId, attempt)
    setOpen(attempt)
    mutate(attempt)
  }

  useEffect(() => {
    if (open) send(open)
    // Once, for what was left open before this page; whatever else is sent is sent by a click.
  }, [])

  return {
    userId,
    open,
    isPending,
    error,
    failed: variables,
    place: (cart, input) => send(newAttempt(cart, input)),
    retry: () => open && send(open),
    reset,
  }
}
