import { useEffect } from 'react'
import { useSession } from '../api/useSession'
import { takeAddition } from './pendingAddition'
import { useAddToCart } from './useAddToCart'

/** After a login: puts into the cart what the customer had chosen before it. */
export function PendingAddition() {
  const loggedIn = useSession() !== null
  const { add } = useAddToCart()

  useEffect(() => {
    const addition = loggedIn ? takeAddition() : null
    if (addition) add(addition)
  })

  return null
}
