import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useState } from 'react'
import { EMPTY_ADDRESS, trimmed, type AddressDraft } from '../addresses/address'
import { addressesQuery, MOST_ADDRESSES, sameAddress, useSaveAddress } from '../addresses/addressBook'
import { sentenceOf } from '../api/sentence'
import { showToast } from '../design/toasts'
import { useTranslation } from '../design/translation'

/** What the address book does for an order: fills in its default, and takes an address that it does not have. */
export function useSavedAddresses(address: AddressDraft, profileName: string | undefined, isLocked: boolean, fillIn: (address: AddressDraft) => void) {
  const { t } = useTranslation()
  const { data: saved = [], isSuccess } = useQuery(addressesQuery)
  const [isWanted, want] = useState(false)
  const { mutate } = useSaveAddress({ onError: (error) => showToast(sentenceOf(error, t)) })

  // Once, where nobody has written another: whoever empties the fields afterwards wants them empty. Before they are seen empty: what
  // depends on them would come and go.
  useLayoutEffect(() => {
    const standard = saved.find(({ isDefault }) => isDefault)
    if (standard && !isLocked && isUntouched(address, profileName)) fillIn(trimmed(standard))
  }, [isSuccess])

  const canBeKept = isSuccess && !isLocked && saved.length < MOST_ADDRESSES && !sameAddress(saved, address)
  return {
    saved,
    canBeKept,
    isWanted,
    want,
    /** To be called with an address that is whole. */
    keepIfWanted: () => canBeKept && isWanted && mutate({ ...trimmed(address), isDefault: false }),
  }
}

function isUntouched(address: AddressDraft, profileName: string | undefined): boolean {
  const { name, ...others } = address
  return (name === EMPTY_ADDRESS.name || name === profileName) && Object.values(others).every((value) => value === '')
}
