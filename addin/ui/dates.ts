// Periods and times in words. The clock's reading always comes in as an argument.
import { isPeriod, type Period } from '../../templates/identifiers.ts'
import { once } from './once.ts'

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `June 2025` of `062025`. */
export function periodName(period: Period): string {
  return `${MONTHS[Number(period.slice(0, 2)) - 1] ?? period} ${period.slice(2)}`
}

/** The period of a month (1–12) of a year, if GST had begun then. */
export function periodOf(month: number, year: number): Period | undefined {
  const text = `${String(month).padStart(2, '0')}${year}`
  return isPeriod(text) ? text : undefined
}

/** The month before the one of `now` (ms): the one that is normally filed. */
export function lastMonth(now: number): { month: number; year: number } {
  const today = new Date(now)
  const month = today.getMonth()
  const year = today.getFullYear()
  return month === 0 ? { month: 12, year: year - 1 } : { month, year }
}

/** The month of `now` (ms) and those before it, the latest first. */
export function lastMonths(now: number, howMany: number): Period[] {
  const today = new Date(now)
  const months: Period[] = []
  for (let back = 0; back < howMany; back += 1) {
    const first = new Date(today.getFullYear(), today.getMonth() - back, 1)
    const period = periodOf(first.getMonth() + 1, first.getFullYear())
    if (period !== undefined) months.push(period)
  }
  return months
}

const clock = once(
  () => new Intl.DateTimeFormat('en-IN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
)
const day = once(
  () => new Intl.DateTimeFormat('en-IN', { day: 'numeric', month: 'long', year: 'numeric' }),
)

/** `16:30`, in the user's own time, of an ISO time. */
export const clockTime = (iso: string): string => clock().format(new Date(iso))

/** `9 July 2025, 16:00`, in the user's own time, of an ISO time. */
export function dayAndTime(iso: string): string {
  const time = new Date(iso)
  return `${day().format(time)}, ${clock().format(time)}`
}

/** `11 July 2025` of `2025-07-11`. */
export const dayName = (date: string): string => day().format(new Date(`${date}T00:00:00`))

/** `1:05` from an ISO time to `now` (ms); never negative, clocks differ. */
export function elapsed(since: string, now: number): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** `in 12 s`, `in 3 min` or `now`, from `now` (ms) to an ISO time. */
export function countdown(at: string, now: number): string {
  const seconds = Math.ceil((Date.parse(at) - now) / 1000)
  return seconds <= 0 ? 'now' : `in ${duration(seconds)}`
}

/** `12 s`, `3 min` */
export function duration(seconds: number): string {
  return seconds < 100 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`
}
