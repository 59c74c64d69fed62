// The portal's calendar: DD-MM-YYYY on the wire, YYYY-MM-DD inside, days as they are in India.

const DAY_MS = 24 * 60 * 60 * 1000
const INDIA_AHEAD_MS = 5.5 * 60 * 60 * 1000

/** GST began on this day; no document can be older. */
export const gstStart = '2017-07-01'

/** `YYYY-MM-DD` of a real calendar day written `DD-MM-YYYY` (or with the given separator), or nothing. */
export function dayOf(text: string, separator = '-'): string | undefined {
  const [day, month, year, ...rest] = text.split(separator)
  if (!day || !month || !year || rest.length > 0) return undefined
  const iso = `${year}-${month}-${day}`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && isoDay(time) === iso ? iso : undefined
}

/** `DD-MM-YYYY` of a `YYYY-MM-DD`. */
export const onTheWire = (day: string): string => day.split('-').reverse().join('-')

/** The Indian day of an epoch time in milliseconds, `YYYY-MM-DD`. */
export const indianDay = (time: number): string => isoDay(time + INDIA_AHEAD_MS)

/** Epoch milliseconds at which a day, `YYYY-MM-DD`, begins in India. */
export const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) - INDIA_AHEAD_MS

/** `YYYY-MM`, which sorts. */
export const monthOf = (period: string): string => `${period.slice(2)}-${period.slice(0, 2)}`

/** Whether a period is the last month of its quarter. */
export const endsQuarter = (period: string): boolean => monthNumberOf(period) % 3 === 0

/** Last day of a period, `YYYY-MM-DD`. */
export const endOf = (period: string): string => lastDay(yearOf(period), monthNumberOf(period))

/** The same day some months before the end of a period; the month's last day where it has no such day. */
export function monthsBeforeEndOf(period: string, months: number): string {
  const end = endOf(period)
  const last = lastDay(yearOf(period), monthNumberOf(period) - months)
  return last.slice(8) < end.slice(8) ? last : `${last.slice(0, 8)}${end.slice(8)}`
}

/** `2025-26` for every period from 04/2025 to 03/2026. */
export function financialYearOf(period: string): string {
  const start = monthNumberOf(period) >= 4 ? yearOf(period) : yearOf(period) - 1
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}`
}

/** `Q1` is from April to June. */
export const quarterOf = (period: string): string =>
  `Q${String(Math.floor(((monthNumberOf(period) + 8) % 12) / 3) + 1)}`

const yearOf = (period: string): number => Number(period.slice(2))
const monthNumberOf = (period: string): number => Number(period.slice(0, 2))
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10)
const lastDay = (year: number, month: number): string => isoDay(Date.UTC(year, month, 1) - DAY_MS)
