import { useMemo } from 'react'
import { ADDRESS } from '../api/limits'
import { Field, SelectField } from '../design/Field'
import fieldset from '../design/Fieldset.module.css'
import { useTranslation } from '../design/translation'
import type { AddressDraft, AddressField } from './address'
import { countriesIn } from './countries'

interface AddressFieldsProps {
  legend?: string | undefined
  address: AddressDraft
  errors: Partial<Record<AddressField, string | undefined>>
  disabled: boolean
  onChange: (address: AddressDraft) => void
}

export function AddressFields({ legend, address, errors, disabled, onChange }: AddressFieldsProps) {
  const { t, language } = useTranslation()
  const countries = useMemo(() => countriesIn(language), [language])
  const bind = (field: AddressField) => ({
    label: t(`checkout.${field}`),
    name: field,
    value: address[field],
    error: errors[field],
    onChange: (event: { target: { value: string } }) => onChange({ ...address, [field]: event.target.value }),
  })

  return (
    <fieldset className={fieldset.fields} disabled={disabled}>
      {legend && <legend>{legend}</legend>}
      <Field {...bind('name')} autoComplete="shipping name" maxLength={ADDRESS.name.maxLength} className={fieldset.full} />
      <Field {...bind('street')} autoComplete="shipping street-address" maxLength={ADDRESS.street.maxLength} className={fieldset.full} />
      <Field {...bind('postalCode')} autoComplete="shipping postal-code" maxLength={ADDRESS.postalCode.maxLength} />
      <Field {...bind('city')} autoComplete="shipping address-level2" maxLength={ADDRESS.city.maxLength} />
      <SelectField {...bind('country')} autoComplete="shipping country" className={fieldset.full}>
        <option value="" />
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
    </fieldset>
  )
}
