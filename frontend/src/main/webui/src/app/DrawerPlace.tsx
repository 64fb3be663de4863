import { useEffect, useState, useSyncExternalStore, type ComponentType } from 'react'
import { useNavigate } from 'react-router'
import { drawer, type DrawerState } from '../cart/drawer'
import { completeMessages } from './i18n/i18n'

/** The place of the cart drawer, which is loaded when it opens for the first time. Where it does not come, there is the cart's page. */
export function DrawerPlace() {
  const state = useSyncExternalStore(drawer.onChange, drawer.current)
  const [Drawer, setDrawer] = useState<ComponentType<DrawerState>>()
  const navigate = useNavigate()

  useEffect(() => {
    if (!state.isOpen || Drawer) return
    Promise.all([import('../cart/CartDrawer'), completeMessages()])
      .then(([{ CartDrawer }]) => setDrawer(() => CartDrawer))
      .catch(() => {
        drawer.close()
        void navigate('/cart')
      })
  }, [state, Drawer, navigate])

  return Drawer ? <Drawer {...state} /> : null
}
