import { useEffect, useRef, useState, type FormEvent } from 'react'
import { ADDRESS } from '../api/limits'
import { violationOf } from '../api/sentence'
import type { SavedAddress } from '../api/types'
import { Button } from '../design/Button'
import { Checkbox } from '../design/Checkbox'
import { Dialog } from '../design/Dialog'
import { ErrorNotice } from '../design/ErrorNotice'
import page from '../design/page.module.css'
import { useTranslation } from '../design/translation'
import { ADDRESS_FIELDS, checkAddress, EMPTY_ADDRESS, trimmed, type AddressDraft, type AddressField } from './address'
import { useSaveAddress } from './addressBook'
import { AddressFields } from './AddressFields'
import styles from './Addresses.module.css'

interface AddressDialogProps {
  /** The one to be changed; none for a new one. */
  saved?: SavedAddress | undefined
  onClose: () => void
}

/** Asks for an address and saves it. */
export function AddressDialog({ saved, onClose }: AddressDialogProps) {
  const { t } = useTranslation()
  const [address, setAddress] = useState<AddressDraft>(saved ?? EMPTY_ADDRESS)
  const [isDefault, setDefault] = useState(saved?.isDefault ?? false)
  const [checked, setChecked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { mutate, isPending, error } = useSaveAddress()

  const found = checked ? checkAddress(address) : {}
  const errorOf = (field: AddressField) => (found[field] ? t(found[field], { max: ADDRESS[field].maxLength }) : violationOf(error, field, t))
  const errors = Object.fromEntries(ADDRESS_FIELDS.map((field) => [field, errorOf(field)]))
  const focusField = (field: AddressField) => form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus()

  // Not the button that closes it, which comes first.
  useEffect(() => focusField('name'), [])

  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    const wrong = checkAddress(address)
    const first = ADDRESS_FIELDS.find((field) => wrong[field])
    if (first) return focusField(first)
    mutate({ ...trimmed(address), isDefault, id: saved?.id }, { onSuccess: onClose })
  }

  return (
    <Dialog title={t(saved ? 'addresses.change' : 'addresses.add')} open onClose={onClose}>
      <form ref={form} className={page.stack} onSubmit={submit} noValidate>
        <AddressFields address={address} errors={errors} disabled={isPending} onChange={setAddress} />
        {/* There is always a default: it stays one until another is. */}
        {!saved?.isDefault && <Checkbox label={t('addresses.makeDefault')} checked={isDefault} onChange={(event) => setDefault(event.target.checked)} />}
        {error && !isPending && <ErrorNotice error={error} />}
        <div className={styles.actions}>
          <Button look="secondary" onClick={onClose}>
            {t('addresses.cancel')}
          </Button>
          <Button type="submit" busy={isPending}>
            {t('addresses.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
