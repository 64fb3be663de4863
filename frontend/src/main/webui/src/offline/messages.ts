/** The header of an answer that the service worker has kept from earlier, for lack of one from the shop. */
export const KEPT = 'X-Kept'

/** Tells the service worker to forget what was looked at. */
export const FORGET = 'forget'
