import type { SavedAddress } from '../api/types'
import { SelectField } from '../design/Field'
import { useTranslation } from '../design/translation'
import { EMPTY_ADDRESS, trimmed, type AddressDraft } from './address'
import { sameAddress } from './addressBook'

interface SavedAddressChoiceProps {
  saved: SavedAddress[]
  address: AddressDraft
  disabled: boolean
  onChange: (address: AddressDraft) => void
}

/** Fills in an address of the book. What is then changed by hand is another one. */
export function SavedAddressChoice({ saved, address, disabled, onChange }: SavedAddressChoiceProps) {
  const { t } = useTranslation()
  const choose = (id: string) => {
    const chosen = saved.find((one) => one.id === id)
    onChange(chosen ? trimmed(chosen) : { ...EMPTY_ADDRESS, name: address.name })
  }
  return (
    <SelectField
      label={t('addresses.choose')}
      value={sameAddress(saved, address)?.id ?? ''}
      disabled={disabled}
      onChange={(event) => choose(event.target.value)}
    >
      {saved.map(({ id, name, street, postalCode, city }) => (
        <option key={id} value={id}>
          {`${name}, ${street}, ${postalCode} ${city}`}
        </option>
      ))}
      <option value="">{t('addresses.another')}</option>
    </SelectField>
  )
}
