import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { SelectField } from '../../design/Field'
import page from '../../design/page.module.css'
import { useTranslation } from '../../design/translation'
import { usePageTitle } from '../../design/usePageTitle'
import styles from '../Staff.module.css'
import { DeadLetterRow } from './DeadLetterRow'
import { deadLettersQuery, OUTBOXES } from './deadLetters'
import { EndlessTable } from './EndlessTable'

const COLUMNS = ['type', 'deadAt', 'attempts', 'lastError', 'decide']

/** What a service could not deliver, however often it tried: somebody has to look, and try again or give it up. */
export default function DeadLettersPage() {
  const { t } = useTranslation()
  usePageTitle(t('staff.dead.title'))
  const [search, setSearch] = useSearchParams()
  const of = OUTBOXES.find((known) => known === search.get('of')) ?? 'orders'
  const letters = useInfiniteQuery(deadLettersQuery(of))
  return (
    <div className={styles.page}>
      <h1>{t('staff.dead.title')}</h1>
      <p className={page.muted}>{t('staff.dead.lead')}</p>
      <div className={styles.tools}>
        <SelectField label={t('staff.dead.of')} value={of} onChange={({ target }) => setSearch({ of: target.value })}>
          {OUTBOXES.map((outbox) => (
            <option key={outbox} value={outbox}>
              {t(`staff.dead.outbox.${outbox}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <EndlessTable words="staff.dead" columns={COLUMNS} query={letters} row={(letter) => <DeadLetterRow key={letter.id} of={of} letter={letter} />} />
    </div>
  )
}
