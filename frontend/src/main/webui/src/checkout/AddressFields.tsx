import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ADDRESS } from '../api/limits'
import { Field, SelectField } from '../design/Field'
import type { AddressDraft, AddressField } from './address'
import styles from './CheckoutPage.module.css'
import { countriesIn } from './countries'

interface AddressFieldsProps {
  address: AddressDraft
  errors: Partial<Record<AddressField, string | undefined>>
  disabled: boolean
  onChange: (address: AddressDraft) => void
}

export function AddressFields({ address, errors, disabled, onChange }: AddressFieldsProps) {
  const { t, i18n } = useTranslation()
  const countries = useMemo(() => countriesIn(i18n.language), [i18n.language])
  const bind = (field: AddressField) => ({
    label: t(`checkout.${field}`),
    name: field,
    value: address[field],
    error: errors[field],
    onChange: (event: { target: { value: string } }) => onChange({ ...address, [field]: event.target.value }),
  })

  return (
    <fieldset className={styles.fields} disabled={disabled}>
      <legend>{t('checkout.address')}</legend>
      <Field {...bind('name')} autoComplete="shipping name" maxLength={ADDRESS.name.maxLength} className={styles.full} />
      <Field {...bind('street')} autoComplete="shipping street-address" maxLength={ADDRESS.street.maxLength} className={styles.full} />
      <Field {...bind('postalCode')} autoComplete="shipping postal-code" maxLength={ADDRESS.postalCode.maxLength} />
      <Field {...bind('city')} autoComplete="shipping address-level2" maxLength={ADDRESS.city.maxLength} />
      <SelectField {...bind('country')} autoComplete="shipping country" className={styles.full}>
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
