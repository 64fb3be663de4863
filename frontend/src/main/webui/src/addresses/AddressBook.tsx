import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { sentenceOf } from '../api/sentence'
import type { SavedAddress } from '../api/types'
import { Badge } from '../design/Badge'
import { Button } from '../design/Button'
import { Card } from '../design/Card'
import { ErrorNotice } from '../design/ErrorNotice'
import { focusMain } from '../design/focus'
import page from '../design/page.module.css'
import { showToast } from '../design/toasts'
import { useTranslation } from '../design/translation'
import { addressesQuery, MOST_ADDRESSES, useRemoveAddress, useSaveAddress } from './addressBook'
import { AddressDialog } from './AddressDialog'
import styles from './Addresses.module.css'
import { PostalAddress } from './PostalAddress'

/** The customer's addresses, to add to, to change and to remove from. */
export function AddressBook() {
  const { t } = useTranslation()
  const { data: addresses, error, refetch } = useQuery(addressesQuery)
  const [edited, setEdited] = useState<SavedAddress | 'new' | null>(null)
  const opener = useRef<Element | null>(null)

  function edit(what: SavedAddress | 'new') {
    opener.current = document.activeElement
    setEdited(what)
  }

  // The dialog leaves the page with the focus in it.
  useEffect(() => {
    if (!edited && opener.current instanceof HTMLElement) opener.current.focus()
  }, [edited])

  return (
    <section className={page.stack} aria-labelledby="addresses">
      <h2 id="addresses">{t('addresses.title')}</h2>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {addresses?.length === 0 && <p className={page.muted}>{t('addresses.none')}</p>}
      {addresses && addresses.length > 0 && (
        <ul className={styles.book}>
          {addresses.map((saved) => (
            <AddressItem key={saved.id} saved={saved} onEdit={() => edit(saved)} />
          ))}
        </ul>
      )}
      {addresses && addresses.length >= MOST_ADDRESSES && <p className={page.muted}>{t('error.slug.address-book-full')}</p>}
      {addresses && addresses.length < MOST_ADDRESSES && (
        <div>
          <Button look="secondary" onClick={() => edit('new')}>
            {t('addresses.add')}
          </Button>
        </div>
      )}
      {edited && <AddressDialog saved={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />}
    </section>
  )
}

function AddressItem({ saved, onEdit }: { saved: SavedAddress; onEdit: () => void }) {
  const { t } = useTranslation()
  const onError = (error: Error) => showToast(sentenceOf(error, t))
  const save = useSaveAddress({ onError })
  const removal = useRemoveAddress({
    onError,
    onSuccess: (_, { id: _gone, ...content }) =>
      showToast(t('addresses.removed'), { label: t('addresses.undo'), act: () => save.mutate(content) }),
  })
  const where = { address: `${saved.name}, ${saved.street}` }

  function remove() {
    focusMain()
    removal.mutate(saved)
  }

  return (
    <li>
      <Card className={styles.item}>
        <PostalAddress address={saved} />
        {saved.isDefault && (
          <div>
            <Badge tone="success">{t('addresses.default')}</Badge>
          </div>
        )}
        <div className={styles.actions}>
          {!saved.isDefault && (
            <Button look="quiet" busy={save.isPending} aria-label={t('addresses.useFor', where)} onClick={() => save.mutate({ ...saved, isDefault: true })}>
              {t('addresses.use')}
            </Button>
          )}
          <Button look="quiet" aria-label={t('addresses.changeFor', where)} onClick={onEdit}>
            {t('addresses.edit')}
          </Button>
          <Button look="quiet" busy={removal.isPending} aria-label={t('addresses.removeFor', where)} onClick={remove}>
            {t('addresses.remove')}
          </Button>
        </div>
      </Card>
    </li>
  )
}
