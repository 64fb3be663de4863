import { Badge } from '../design/Badge'
import { useTranslation } from '../design/translation'
import { stockState } from './stock'

export function StockBadge({ stock }: { stock: number }) {
  const { t } = useTranslation()
  switch (stockState(stock)) {
    case 'in':
      return <Badge tone="success">{t('product.inStock')}</Badge>
    case 'few':
      return <Badge tone="notice">{t('product.few', { count: stock })}</Badge>
    case 'out':
      return <Badge>{t('product.soldOut')}</Badge>
  }
}
