import { completeMessages } from '../app/i18n/i18n'
import { api, unwrap } from '../api/client'
import { QUANTITY } from '../api/limits'
import { hasSlug, isUndecided, type ProblemError } from '../api/problem'
import { sentenceOf } from '../api/sentence'
import { session } from '../api/session'
import { tabs } from '../api/tabs'
import { inGuestCartTurn } from '../api/turn'
import type { Product } from '../api/types'
import { showToast } from '../design/toasts'
import { translation } from '../design/translation'
import { setQuantity } from './changes'
import { productsOf } from './guestCart'
import { guestLines, type GuestLine } from './guestLines'

const ANSWER_WITHIN_MS = 10_000
/** Browsers give a turn to the next tab before they show it what the last one has written. */
const STORAGE_LAG_MS = 200
/** As much as is read in passing. */
const MOST_SAID = 3

/**
 * Adds what was chosen before the login to the customer's cart, in one tab at a time. What is in it has left the guest's cart, and what
 * was on its way when the page was left, or the answer did not come, is looked for before it is said again: nothing is added twice.
 */
export function mergeGuestCart(): Promise<void> {
  return inGuestCartTurn(async () => {
    if (guestLines.read().length === 0) return guestLines.write([])
    await new Promise((resolve) => setTimeout(resolve, STORAGE_LAG_MS))
    const userId = session.userId()
    const lines = guestLines.read()
    if (!userId || lines.length === 0) return guestLines.write(lines)
    try {
      say(await merge(userId, lines))
      tabs.tell({ kind: 'changed' })
    } catch {
      // A session that has ended is spoken of elsewhere.
      if (session.userId() === userId) say([(await wholeMessages())('cart.notMerged')])
    }
  })
}

/** Adds line by line; returns what there is to say about those that did not fit. */
async function merge(userId: string, lines: readonly GuestLine[]): Promise<string[]> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
  const [cart, products] = await Promise.all([unwrap(api.GET('/api/v1/cart', { signal })), productsOf(lines)])
  const sentences = new Set<string>()
  for (const line of lines) {
    const before = cart.items.find(({ productId }) => productId === line.productId)?.quantity ?? 0
    const sentence = await mergeLine(userId, line, products.get(line.productId), before)
    if (sentence) sentences.add(sentence)
  }
  const t = await wholeMessages()
  const [more, ...said] = [sentences.size - MOST_SAID, ...[...sentences].slice(0, MOST_SAID)]
  return more > 0 ? [...said, t('cart.refusedMore', { count: more })] : said
}

async function mergeLine(userId: string, line: GuestLine, product: Product | undefined, before: number): Promise<string | undefined> {
  const wanted = stillWanted(userId, line, before)
  const most = Math.min(product?.stock ?? 0, QUANTITY.maximum)
  const after = Math.min(before + wanted, Math.max(before, most))
  const refusal = after > before && (await tell({ ...line, quantity: wanted, told: { userId, before, after } }))
  guestLines.put({ ...line, quantity: 0 })
  if (refusal) return refusedFor(product, refusal)
  return after < before + wanted ? unfit(product, most) : undefined
}

/** An earlier try that has changed the customer's cart is not made again. */
function stillWanted(userId: string, { quantity, told }: GuestLine, before: number): number {
  const hasHeard = told?.userId === userId && told.before !== before
  return hasHeard ? Math.max(0, quantity - (told.after - told.before)) : quantity
}

/** Returns why the server refuses it for good, if it does. */
async function tell(line: GuestLine & Required<Pick<GuestLine, 'told'>>): Promise<ProblemError | undefined> {
  const { productId, told } = line
  if (session.userId() !== told.userId) throw new Error('Another customer has logged in')
  guestLines.put(line)
  try {
    await setQuantity(productId, told.after, AbortSignal.timeout(ANSWER_WITHIN_MS))
    return undefined
  } catch (error) {
    if (isUndecided(error)) throw error
    return error as ProblemError
  }
}

async function refusedFor(product: Product | undefined, refusal: ProblemError): Promise<string> {
  if (hasSlug(refusal, 'unknown-product')) return unfit(undefined, 0)
  const t = await wholeMessages()
  return t('cart.refused', { name: product?.name, reason: sentenceOf(refusal, t) })
}

async function unfit(product: Product | undefined, count: number): Promise<string> {
  const t = await wholeMessages()
  return product ? t('product.noMore', { name: product.name, count }) : t('cart.chosenGone')
}

/** The cart is read on any page, maybe before all messages are there. */
async function wholeMessages() {
  await completeMessages().catch(() => undefined)
  return translation.current().t
}

function say(sentences: readonly string[]): void {
  if (sentences.length > 0) showToast(sentences.join(' '), { to: '/cart', label: translation.current().t('product.viewCart') })
}
