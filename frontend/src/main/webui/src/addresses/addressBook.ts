import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '../api/client'
import type { SavedAddress, TypedAddress } from '../api/types'
import { MINE } from '../api/useSession'
import { ADDRESS_FIELDS, trimmed, type AddressDraft } from './address'

/** So many addresses the shop keeps. */
export const MOST_ADDRESSES = 20

export const addressesQuery = queryOptions({
  queryKey: [MINE, 'addresses'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/auth/me/addresses'))).items,
})

/** The saved one that says the same, if there is one. */
export function sameAddress(saved: SavedAddress[] | undefined, address: AddressDraft): SavedAddress | undefined {
  const wanted = trimmed(address)
  return saved?.find((one) => ADDRESS_FIELDS.every((field) => one[field] === wanted[field]))
}

interface Then<Input> {
  onSuccess?: (result: unknown, input: Input) => void
  onError?: (error: Error) => void
}

/** A change of the book, which is read again afterwards, whatever became of it. What comes then comes even where the asker has left the page. */
function useChange<Input>(change: (input: Input) => Promise<unknown>, then: Then<Input>) {
  const queryClient = useQueryClient()
  return useMutation({ ...then, mutationFn: change, onSettled: () => queryClient.invalidateQueries({ queryKey: addressesQuery.queryKey }) })
}

type Saving = TypedAddress & { id?: string | undefined }

/** Writes an address into the book: a new one, or over the one with that id. */
export const useSaveAddress = (then: Then<Saving> = {}) =>
  useChange(
    ({ id, ...body }: Saving) =>
      id === undefined
        ? unwrap(api.POST('/api/v1/auth/me/addresses', { body }))
        : unwrap(api.PUT('/api/v1/auth/me/addresses/{id}', { params: { path: { id } }, body })),
    then,
  )

export const useRemoveAddress = (then: Then<SavedAddress>) =>
  useChange(({ id }: SavedAddress) => unwrap(api.DELETE('/api/v1/auth/me/addresses/{id}', { params: { path: { id } } })), then)
