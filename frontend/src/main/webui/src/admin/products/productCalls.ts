import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { unwrap } from '../../api/client'
import { problemFrom } from '../../api/problem'
import type { Product, ProductInput } from '../../api/types'
import { MINE } from '../../api/useSession'
import { staff, staffFetch } from '../staffApi'

/** A product as it was read, with the tag that guards an edit of it. */
export interface Tagged {
  product: Product
  tag: string
}

const PICTURE_WITHIN_MS = 60_000

/** As it is in the catalogue's own language, the only one that is edited here; from the server and no cache. */
export async function readProduct(id: string): Promise<Tagged> {
  return tagged(staff().GET('/api/v1/products/{id}', { params: { path: { id }, query: { lang: 'en' } }, cache: 'no-store' }))
}

export function createProduct(body: ProductInput): Promise<Product> {
  return unwrap(staff().POST('/api/v1/products', { body }))
}

export function saveProduct({ product: { id }, tag }: Tagged, body: ProductInput): Promise<Tagged> {
  return tagged(staff().PUT('/api/v1/products/{id}', { params: { path: { id }, header: { 'If-Match': tag } }, body }))
}

export function deleteProduct({ product: { id }, tag }: Tagged) {
  return unwrap(staff().DELETE('/api/v1/products/{id}', { params: { path: { id }, header: { 'If-Match': tag } } }))
}

/** Whatever became of it since it was listed. */
export function removeProduct(id: string) {
  return unwrap(staff().DELETE('/api/v1/products/{id}', { params: { path: { id } } }))
}

export async function uploadPicture({ product: { id }, tag }: Tagged, picture: File): Promise<Tagged> {
  const headers = { 'Content-Type': picture.type, 'If-Match': tag }
  const response = await staffFetch(`/api/v1/products/${id}/picture`, { method: 'POST', headers, body: picture }, PICTURE_WITHIN_MS)
  return { product: (await response.json()) as Product, tag: response.headers.get('ETag') ?? '' }
}

const stockKey = (id: string) => [MINE, 'staff', 'stock', id]

export function stockQuery(id: string) {
  return queryOptions({
    queryKey: stockKey(id),
    queryFn: () => unwrap(staff().GET('/api/v1/products/{id}/stock', { params: { path: { id } } })),
  })
}

export function adjustStock(id: string, delta: number, reason: string): Promise<Product> {
  return unwrap(staff().POST('/api/v1/products/{id}/stock-adjustments', { params: { path: { id } }, body: { delta, reason } }))
}

/** What counts as few, as the API has it. */
export const THRESHOLDS = [0, 5, 10, 20, 50] as const
export type Threshold = (typeof THRESHOLDS)[number]
export const LOW: Threshold = 10

const lowStockKey = [MINE, 'staff', 'low-stock']

export function lowStockQuery(threshold: Threshold, size: number, language: string) {
  return infiniteQueryOptions({
    queryKey: [...lowStockKey, threshold, size, language],
    queryFn: ({ pageParam }) =>
      unwrap(staff().GET('/api/v1/admin/products/low-stock', { params: { query: { threshold, size, lang: language, ...(pageParam && { after: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

/** Every list of products is another one now. */
export async function forgetLists(queryClient: QueryClient, id?: string): Promise<void> {
  const keys = [['products'], ['search'], ['categories'], lowStockKey, ...(id ? [['product', id], stockKey(id)] : [])]
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}

async function tagged(answer: Promise<{ data?: Product; error?: unknown; response: Response }>): Promise<Tagged> {
  const { data, error, response } = await answer
  if (!response.ok || !data) throw problemFrom(response, error)
  return { product: data, tag: response.headers.get('ETag') ?? '' }
}
