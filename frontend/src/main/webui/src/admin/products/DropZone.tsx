import { useState, type DragEvent } from 'react'
import { classes } from '../../design/classes'
import { useTranslation } from '../../design/translation'
import styles from './DropZone.module.css'
import { FileButton } from './FileButton'

interface DropZoneProps {
  file: File | null
  disabled: boolean
  onChoose: (file: File) => void
}

/** Takes a file that is dropped on it, or chosen. */
export function DropZone({ file, disabled, onChoose }: DropZoneProps) {
  const { t } = useTranslation()
  const [isOver, setOver] = useState(false)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files[0]
    if (dropped && !disabled) onChoose(dropped)
  }

  return (
    <div
      data-testid="drop"
      className={classes(styles.zone, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{t('staff.import.drop')}</p>
      <FileButton label={t('staff.import.choose')} accept=".csv,.ndjson,.jsonl" busy={disabled} onChoose={onChoose} />
      <output>{file && t('staff.import.file', { name: file.name, size: Math.ceil(file.size / 1024) })}</output>
    </div>
  )
}
