import { isStaff } from '../api/session'
import { useSession } from '../api/useSession'
import { lazyPage } from '../app/lazyPage'
import { NotFoundPage } from '../app/NotFoundPage'

const BackOffice = lazyPage(() => import('./BackOffice'))

/** In front of the back office, so that nobody else loads it: for them there is no such page. */
export default function StaffEntrance() {
  return isStaff(useSession()) ? <BackOffice /> : <NotFoundPage />
}
