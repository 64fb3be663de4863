import type { QueryClient } from '@tanstack/react-query'
import { QUANTITY } from '../api/limits'
import { ProblemError } from '../api/problem'
import { session } from '../api/session'
import { showToast } from '../design/toasts'
import type { Translate } from '../design/translation'
import { afterLastChange, ONE_AFTER_THE_OTHER, perform, setQuantity } from './changes'
import { drawer } from './drawer'
import type { Addition } from './useAddToCart'
import { cartQuery } from './useCart'

/** Adds to the cart what there is, and shows it beside the page. */
export async function addToCart(queryClient: QueryClient, addition: Addition, t: Translate): Promise<void> {
  const { name } = addition
  const { added, available } = await add(queryClient, addition).catch((error) => {
    // The session has just ended: it waits in the guest's cart for the next one.
    if (error instanceof ProblemError && error.status === 401 && !session.current()) return add(queryClient, addition)
    throw error
  })
  if (added) drawer.open(t('product.added', { name }))
  else showToast(t('product.noMore', { name, count: available }), { to: '/cart', label: t('product.viewCart') })
}

interface Added {
  /** Whether all of it is in the cart. */
  added: boolean
  /** How many of it there can be in the cart. */
  available: number
}

function add(queryClient: QueryClient, addition: Addition): Promise<Added> {
  const options = {
    ...ONE_AFTER_THE_OTHER,
    mutationFn: (wanted: Addition) => addTo(queryClient, wanted),
    onSettled: () => afterLastChange(queryClient),
  }
  return perform(queryClient, options, addition)
}

/** The API sets quantities, so what is already in the cart counts in. More than there is stays out of it. */
async function addTo(queryClient: QueryClient, { productId, quantity }: Addition): Promise<Added> {
  const cart = await queryClient.fetchQuery({ ...cartQuery, staleTime: 0 })
  const line = cart.items.find((line) => line.productId === productId)
  const inCart = line?.quantity ?? 0
  const available = Math.min(line?.available ?? QUANTITY.maximum, QUANTITY.maximum)
  const added = inCart + quantity <= available
  if (added || available > inCart) await setQuantity(productId, Math.min(inCart + quantity, available))
  return { added, available }
}
