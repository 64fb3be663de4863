import type { RuntimeConfig } from '../api/config'
import { lookForShop } from '../offline/comeBack'
import { keepForOffline, withdraw } from '../offline/offline'
import { reportPage } from './pageReports'

/** What a page does for later, when it has nothing else to do. */
export function afterwards({ offline }: RuntimeConfig): void {
  reportPage()
  lookForShop()
  // Vite's development server has other files than the shell's.
  void (offline && import.meta.env.PROD ? keepForOffline() : withdraw()).catch(() => undefined)
}
