import type { MutationOptions, QueryClient } from '@tanstack/react-query'
import { sentenceOf } from '../api/sentence'
import type { Cart } from '../api/types'
import { MINE } from '../api/useSession'
import { focusMain } from '../design/focus'
import { showToast } from '../design/toasts'
import type { Translate } from '../design/translation'
import { afterLastChange, ONE_AFTER_THE_OTHER, perform, removeLine, setQuantity } from './changes'
import { withChange, type LineChange } from './lineChange'
import { cartQuery } from './useCart'

const OF_LINES = [...ONE_AFTER_THE_OTHER.mutationKey, 'line']
/** The cart as the server said it last, for as long as the page shows what the customer wants. */
const SAID = [MINE, 'cart said']

/**
 * Sets a line's quantity. The page shows it at once, and goes back to what the server has, with a sentence, where that fails. A line that
 * was removed can be put back for some seconds.
 */
export function lineChanges(queryClient: QueryClient, t: Translate): MutationOptions<Cart | undefined, Error, LineChange> {
  return {
    ...ONE_AFTER_THE_OTHER,
    mutationKey: OF_LINES,
    mutationFn: ({ line: { productId }, quantity }) => (quantity > 0 ? setQuantity(productId, quantity) : removeLine(productId)),
    onMutate: async (change) => {
      if (change.quantity === 0) offerUndo(change)
      await queryClient.cancelQueries({ queryKey: cartQuery.queryKey })
      queryClient.setQueryData(SAID, (said) => said ?? queryClient.getQueryData(cartQuery.queryKey))
      show(waiting())
    },
    onSuccess: (cart, change) => {
      queryClient.setQueryData<Cart>(SAID, (said) => (cart?.total ? cart : said && withChange(said, change)))
      if (change.index !== undefined) showToast(t('cart.restored', { name: nameOf(change) }))
    },
    onError: (error) => showToast(sentenceOf(error, t)),
    onSettled: async (_, __, change) => {
      const others = waiting().filter((other) => other !== change)
      show(others)
      if (others.length === 0) queryClient.removeQueries({ queryKey: SAID })
      await afterLastChange(queryClient)
    },
  }

  /** The changes that the server has not answered yet. */
  function waiting(): LineChange[] {
    const pending = queryClient.getMutationCache().findAll({ mutationKey: OF_LINES, status: 'pending' })
    return pending.map(({ state }) => state.variables as LineChange)
  }

  function show(changes: LineChange[]): void {
    const said = queryClient.getQueryData<Cart>(SAID)
    if (said) queryClient.setQueryData(cartQuery.queryKey, changes.reduce(withChange, said))
  }

  function offerUndo({ line }: LineChange): void {
    const index = queryClient.getQueryData(cartQuery.queryKey)?.items.findIndex(({ productId }) => productId === line.productId) ?? 0
    const restore = () => void perform(queryClient, lineChanges(queryClient, t), { line, quantity: line.quantity, index }).catch(() => undefined)
    focusMain()
    // What is gone from the shop could not be put back.
    showToast(t('cart.removed', { name: nameOf({ line }) }), line.problem === 'gone' ? undefined : { label: t('cart.undo'), act: restore })
  }

  function nameOf({ line }: Pick<LineChange, 'line'>): string {
    return line.name ?? t('product.unnamed')
  }
}
