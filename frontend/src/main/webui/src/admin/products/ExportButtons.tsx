import { useMutation } from '@tanstack/react-query'
import { sentenceOf } from '../../api/sentence'
import { Button } from '../../design/Button'
import { showToast } from '../../design/toasts'
import { useTranslation } from '../../design/translation'
import { staffFetch } from '../staffApi'
import { TRANSFER_TYPES, type TransferKind } from './transfer'

const WITHIN_MS = 300_000

/** Every product as a file, which can be imported again. */
export function ExportButtons() {
  const { t } = useTranslation()
  const { mutate, isPending, variables } = useMutation({
    mutationFn: fetchExport,
    onSuccess: (file, kind) => saveAs(`cloudshop-products.${kind}`, file),
    onError: (error) => showToast(sentenceOf(error, t)),
  })
  return (['csv', 'ndjson'] as const).map((kind) => (
    <Button key={kind} look="quiet" busy={isPending && variables === kind} onClick={() => mutate(kind)}>
      {t(`staff.export.${kind}`)}
    </Button>
  ))
}

async function fetchExport(kind: TransferKind): Promise<Blob> {
  const response = await staffFetch('/api/v1/products/export', { headers: { Accept: TRANSFER_TYPES[kind] } }, WITHIN_MS)
  return response.blob()
}

function saveAs(name: string, file: Blob): void {
  const url = URL.createObjectURL(file)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
