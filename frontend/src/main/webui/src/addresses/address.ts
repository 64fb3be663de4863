import { ADDRESS } from '../api/limits'
import type { ShippingAddress } from '../api/types'
import { COUNTRIES } from './countries'

export const ADDRESS_FIELDS = ['name', 'street', 'postalCode', 'city', 'country'] as const satisfies (keyof ShippingAddress)[]
export type AddressField = (typeof ADDRESS_FIELDS)[number]
export type AddressDraft = Record<AddressField, string>
export type AddressErrors = Partial<Record<AddressField, 'checkout.required' | 'checkout.tooLong'>>

export const EMPTY_ADDRESS: AddressDraft = { name: '', street: '', postalCode: '', city: '', country: '' }

/** What is wrong before the server is asked, as message keys; the server has the last word. */
export function checkAddress(address: AddressDraft): AddressErrors {
  const { name, street, postalCode, city, country } = trimmed(address)
  const errors: AddressErrors = COUNTRIES.includes(country) ? {} : { country: 'checkout.required' }
  for (const [field, value] of Object.entries({ name, street, postalCode, city }) as [Exclude<AddressField, 'country'>, string][]) {
    if (value === '') errors[field] = 'checkout.required'
    else if (value.length > ADDRESS[field].maxLength) errors[field] = 'checkout.tooLong'
  }
  return errors
}

export function trimmed(address: AddressDraft): AddressDraft {
  return Object.fromEntries(ADDRESS_FIELDS.map((field) => [field, address[field].trim()])) as AddressDraft
}
