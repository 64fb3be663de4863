import type { ShippingAddress } from '../api/types'

export const COUNTRIES = ['AT', 'BE', 'CH', 'DE', 'DK', 'ES', 'FI', 'FR', 'IE', 'IT', 'LU', 'NL', 'NO', 'PL', 'PT', 'SE']

export const ADDRESS_FIELDS = ['name', 'street', 'postalCode', 'city', 'country'] as const satisfies (keyof ShippingAddress)[]
export type AddressField = (typeof ADDRESS_FIELDS)[number]
export type AddressDraft = Record<AddressField, string>

export const EMPTY_ADDRESS: AddressDraft = { name: '', street: '', postalCode: '', city: '', country: '' }

/** The fields that are still to be filled in. */
export function missingFields(address: AddressDraft): AddressField[] {
  return ADDRESS_FIELDS.filter((field) => address[field].trim() === '')
}

export function trimmed(address: AddressDraft): AddressDraft {
  return Object.fromEntries(ADDRESS_FIELDS.map((field) => [field, address[field].trim()])) as AddressDraft
}

export function countryName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}
