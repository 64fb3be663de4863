import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { loginPath } from '../account/returnPath'
import { ProblemError } from '../api/problem'
import { sentenceOf } from '../api/sentence'
import { session } from '../api/session'
import { MAX_QUANTITY } from '../design/QuantityStepper'
import { showToast } from '../design/toasts'
import { rememberAddition, type Addition } from './pendingAddition'
import { cartQuery, setQuantity } from './useCart'

/** Adds to the cart; without a session the customer logs in first, comes back, and it is added then. */
export function useAddToCart() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const queryClient = useQueryClient()

  const { mutate, isPending } = useMutation({
    mutationFn: (addition: Addition) => addTo(queryClient, addition),
    onSuccess: (_, { name }) => showToast(t('product.added', { name }), { to: '/cart', label: t('product.viewCart') }),
    onError: (error, addition) => {
      if (error instanceof ProblemError && error.status === 401) logInFirst(addition, 'expired')
      else showToast(sentenceOf(error, t))
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: cartQuery.queryKey }),
  })

  function add(addition: Addition) {
    if (session.current()) mutate(addition)
    else logInFirst(addition, 'cart')
  }

  function logInFirst(addition: Addition, reason: 'cart' | 'expired') {
    rememberAddition(addition)
    void navigate(loginPath(pathname + search, reason))
  }

  return { add, isPending }
}

/** The API sets quantities, so what is already in the cart counts in. */
async function addTo(queryClient: QueryClient, { productId, quantity }: Addition): Promise<unknown> {
  const cart = await queryClient.fetchQuery({ ...cartQuery, staleTime: 0 })
  const inCart = cart.items.find((line) => line.productId === productId)?.quantity ?? 0
  return setQuantity(productId, Math.min(inCart + quantity, MAX_QUANTITY))
}
