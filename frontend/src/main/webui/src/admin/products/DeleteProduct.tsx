import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { sentenceOf } from '../../api/sentence'
import { showToast } from '../../design/toasts'
import { useTranslation } from '../../design/translation'
import { Confirmed } from '../Confirmed'
import { deleteProduct, forgetLists, type Tagged } from './productCalls'

/** Takes a product off the catalogue. */
export function DeleteProduct({ product }: { product: Tagged }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { name } = product.product
  const { mutate, isPending } = useMutation({
    mutationFn: () => deleteProduct(product),
    onSuccess: async () => {
      showToast(t('staff.products.deleted', { name }))
      await forgetLists(queryClient)
      await navigate('/admin/products')
    },
    onError: (error) => showToast(sentenceOf(error, t)),
  })
  return (
    <Confirmed
      label={t('staff.products.delete')}
      title={t('staff.products.deleteTitle', { name })}
      text={t('staff.products.deleteText')}
      busy={isPending}
      onConfirm={mutate}
    />
  )
}
