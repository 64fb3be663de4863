import { useTranslation } from 'react-i18next'
import { Field, SelectField } from '../design/Field'
import { COUNTRIES, countryName, type AddressDraft, type AddressField } from './address'
import styles from './CheckoutPage.module.css'

interface AddressFieldsProps {
  address: AddressDraft
  errors: Partial<Record<AddressField, string | undefined>>
  disabled: boolean
  onChange: (address: AddressDraft) => void
}

export function AddressFields({ address, errors, disabled, onChange }: AddressFieldsProps) {
  const { t, i18n } = useTranslation()
  const countries = COUNTRIES.map((code) => ({ code, name: countryName(code, i18n.language) })).sort((a, b) => a.name.localeCompare(b.name, i18n.language))
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
      <Field {...bind('name')} autoComplete="shipping name" maxLength={200} className={styles.full} />
      <Field {...bind('street')} autoComplete="shipping street-address" maxLength={200} className={styles.full} />
      <Field {...bind('postalCode')} autoComplete="shipping postal-code" maxLength={20} />
      <Field {...bind('city')} autoComplete="shipping address-level2" maxLength={100} />
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
