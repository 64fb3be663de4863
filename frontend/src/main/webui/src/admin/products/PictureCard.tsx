import { useMutation } from '@tanstack/react-query'
import { Card } from '../../design/Card'
import { ErrorNotice } from '../../design/ErrorNotice'
import { Picture } from '../../design/Picture'
import { showToast } from '../../design/toasts'
import { useTranslation } from '../../design/translation'
import { FileButton } from './FileButton'
import { uploadPicture, type Tagged } from './productCalls'
import { isEditedMeanwhile } from './ProductEditor'
import styles from '../Staff.module.css'
import page from '../../design/page.module.css'

interface PictureCardProps {
  product: Tagged
  onUploaded: (saved: Tagged) => void
  onConflict: () => void
}

/** A product's picture, and another one out of a file. */
export function PictureCard({ product, onUploaded, onConflict }: PictureCardProps) {
  const { t } = useTranslation()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (file: File) => uploadPicture(product, file),
    onSuccess: (saved) => {
      onUploaded(saved)
      showToast(t('staff.picture.done'))
    },
    onError: (failure) => isEditedMeanwhile(failure) && onConflict(),
  })
  return (
    <Card className={page.stack}>
      <h2>{t('staff.picture.title')}</h2>
      <Picture src={product.product.imageUrl} className={styles.picture} />
      <FileButton label={t('staff.picture.choose')} accept="image/png,image/jpeg,image/webp" busy={isPending} onChoose={mutate} />
      <p className={page.muted}>{t('staff.picture.hint')}</p>
      {error && !isEditedMeanwhile(error) && <ErrorNotice error={error} />}
    </Card>
  )
}
