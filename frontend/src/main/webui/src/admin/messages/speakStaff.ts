import { translation, type Messages } from '../../design/translation'
import { staffEn } from './en'
import { staffFr } from './fr'

const MESSAGES: Record<string, Messages> = { en: staffEn, fr: staffFr }

/** From now on, whatever language the page is in, it also has the words of the back office in it. */
export function speakStaff(): void {
  complete()
  translation.onChange(complete)
}

function complete(): void {
  const { language, t } = translation.current()
  const isMissing = t('staff.title') === 'staff.title'
  if (isMissing && MESSAGES[language]) translation.add(MESSAGES[language])
}
