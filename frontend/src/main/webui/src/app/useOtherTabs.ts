import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { tabs } from '../api/tabs'
import { MINE } from '../api/useSession'
import { GUEST_CART } from '../cart/useCart'
import { showToast } from '../design/toasts'
import { useTranslation } from '../design/translation'

/** What the customer does in another tab shows in this one. */
export function useOtherTabs(): void {
  const queryClient = useQueryClient()
  const { t } = useTranslation()

  useEffect(() => {
    const readAgain = () => {
      // Nobody sees a tab in the background: it reads again when it comes to the front.
      const refetchType = document.visibilityState === 'hidden' ? 'none' : 'active'
      void queryClient.invalidateQueries({ queryKey: [MINE], refetchType })
    }
    // What another tab has written may arrive after its word of it.
    const onStorage = ({ key }: StorageEvent) => key === GUEST_CART && readAgain()
    addEventListener('storage', onStorage)
    const stop = tabs.onTold((message) => {
      if (message.kind === 'ended' && !message.lapsed) showToast(t('account.loggedOut'))
      if (message.kind === 'changed') readAgain()
    })
    return () => {
      removeEventListener('storage', onStorage)
      stop()
    }
  }, [queryClient, t])
}
