import type { ShippingAddress } from '../api/types'
import { useTranslation } from '../design/translation'
import styles from './Addresses.module.css'
import { countryName } from './countries'

/** An address, line by line as on a parcel. */
export function PostalAddress({ address: { name, street, postalCode, city, country } }: { address: ShippingAddress }) {
  const { language } = useTranslation()
  return (
    <address className={styles.lineByLine}>
      {name}
      <br />
      {street}
      <br />
      {postalCode} {city}
      <br />
      {countryName(country, language)}
    </address>
  )
}
