import type { ImportReport } from '../../api/types'
import { TakesFocus } from '../../design/focus'
import page from '../../design/page.module.css'
import { useTranslation } from '../../design/translation'
import styles from '../Staff.module.css'

const COUNTS = ['created', 'updated', 'unchanged', 'rejectedCount'] as const

/** What became of the lines of a file, or would become: the rejected ones with what to mend. */
export function ImportOutcome({ report, isDryRun }: { report: ImportReport; isDryRun: boolean }) {
  const { t } = useTranslation()
  const { rejected, rejectedCount } = report
  return (
    <TakesFocus>
      <section className={page.stack}>
        <h2>{t(isDryRun ? 'staff.import.would' : 'staff.import.did')}</h2>
        <dl className={styles.facts}>
          {COUNTS.flatMap((name) => [<dt key={name}>{t(`staff.import.${name}`)}</dt>, <dd key={`${name}-count`}>{report[name]}</dd>])}
        </dl>
        {rejected.length > 0 && (
          <>
            <p>{t('staff.import.mend', { count: rejected.length })}</p>
            {rejectedCount > rejected.length && <p>{t('staff.import.first', { count: rejected.length })}</p>}
            <div role="region" aria-label={t('staff.import.rejectedCount')} tabIndex={0} className={styles.scroll}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('staff.import.line')}</th>
                    <th scope="col">{t('staff.import.message')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rejected.map(({ line, message }) => (
                    <tr key={line}>
                      <th scope="row">{line}</th>
                      <td lang="en" className={styles.wide}>
                        {message}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </section>
    </TakesFocus>
  )
}
