import { apiBaseUrl } from '../../api/client'
import { NetworkError, problemFrom, ProblemError } from '../../api/problem'
import { session } from '../../api/session'
import type { ImportReport } from '../../api/types'
import { renewed } from '../../api/upkeep'

/** By the ending of a file's name, how products stand in it. */
export const TRANSFER_TYPES = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const
export type TransferKind = keyof typeof TRANSFER_TYPES

export const LARGEST_IMPORT = 32 * 1024 * 1024

const WITHIN_MS = 600_000

/** Of a file by its name; undefined where it is none of ours. */
export function kindOf({ name }: File): TransferKind | undefined {
  const ending = name.toLowerCase().split('.').at(-1)
  return ending === 'csv' ? 'csv' : ending === 'ndjson' || ending === 'jsonl' ? 'ndjson' : undefined
}

interface Import {
  file: File
  dryRun: boolean
  /** How much of the file has got through, from 0 to 1. */
  onProgress: (share: number) => void
}

/** Imports a file of products, or says what would be done. With XMLHttpRequest, since fetch tells nothing of how far an upload is. */
export async function importFile({ file, dryRun, onProgress }: Import): Promise<ImportReport> {
  const token = await freshToken()
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${apiBaseUrl || window.location.origin}/api/v1/products/import?dryRun=${dryRun}`)
    request.setRequestHeader('Authorization', `Bearer ${token}`)
    request.setRequestHeader('Content-Type', TRANSFER_TYPES[kindOf(file) ?? 'ndjson'])
    request.timeout = WITHIN_MS
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 1)
    request.onload = () => (request.status < 300 ? resolve(JSON.parse(request.responseText) as ImportReport) : reject(refusalOf(request)))
    request.onerror = request.ontimeout = () => reject(new NetworkError('no answer'))
    request.send(file)
  })
}

async function freshToken(): Promise<string> {
  const current = session.withTokenOtherThan(null) ?? (await renewed(session.current()?.accessToken ?? ''))
  if (!current) throw new ProblemError(401, {}, null)
  return current.accessToken
}

function refusalOf(request: XMLHttpRequest): ProblemError {
  const headers = new Headers()
  for (const name of ['Retry-After', 'X-Request-Id']) headers.set(name, request.getResponseHeader(name) ?? '')
  return problemFrom(new Response(null, { status: request.status, headers }), bodyOf(request.responseText))
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
