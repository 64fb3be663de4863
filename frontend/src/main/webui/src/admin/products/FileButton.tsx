import { useRef } from 'react'
import { Button } from '../../design/Button'

interface FileButtonProps {
  label: string
  accept: string
  busy?: boolean
  onChoose: (file: File) => void
}

/** Chooses a file; the same one may be chosen again once it has changed. */
export function FileButton({ label, accept, busy = false, onChoose }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div>
      <Button look="secondary" busy={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) onChoose(file)
          target.value = ''
        }}
      />
    </div>
  )
}
