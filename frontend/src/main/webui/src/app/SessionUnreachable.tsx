import { NetworkError } from '../api/problem'
import { resume } from '../api/upkeep'
import { ErrorNotice } from '../design/ErrorNotice'

const UNREACHABLE = new NetworkError(null)

/** In place of what is a customer's own, while it cannot be known whether they are still logged in. */
export function SessionUnreachable() {
  return <ErrorNotice error={UNREACHABLE} onRetry={() => void resume()} />
}
