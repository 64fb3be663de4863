import { apiBaseUrl } from '../api/client'
import { reach } from '../api/reach'
import { session } from '../api/session'
import { resume } from '../api/upkeep'

const ASK_EVERY_MS = 5_000

/** While the shop cannot be reached, asks again and again whether it can: browsers do not always say when a connection is back. */
export function lookForShop(): void {
  let timer: ReturnType<typeof setInterval> | undefined
  const look = () => {
    if (reach.isLost()) {
      timer ??= setInterval(ask, ASK_EVERY_MS)
    } else {
      clearInterval(timer)
      timer = undefined
      if (session.standing() === 'unreachable') void resume()
    }
  }
  reach.onChange(look)
  look()
}

/** By a method that the service worker leaves to the network. */
function ask(): void {
  fetch(`${apiBaseUrl}/api/v1/categories`, { method: 'HEAD', cache: 'no-store' }).then(reach.regain, () => undefined)
}
