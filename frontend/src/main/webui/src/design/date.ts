import { regionalLocale } from './locale'

/** A day as the customer's language writes it: "20 November 2026". */
export function formatDate(instant: string, language: string): string {
  return new Intl.DateTimeFormat(regionalLocale(language), { dateStyle: 'long' }).format(new Date(instant))
}

/** A day with the time of day. */
export function formatDateTime(instant: string, language: string): string {
  return new Intl.DateTimeFormat(regionalLocale(language), { dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant))
}

/** A day of the calendar, wherever the reader is: "Nov 20" for "2026-11-20". */
export function formatDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(regionalLocale(language), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(day))
}
