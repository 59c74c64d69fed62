// A date cell: Excel's serial, or text in day-month-year order. Inside, dates are `YYYY-MM-DD`.
import { lastDayOf } from '../identifiers.ts'
import { textOf, type Kind, type Report } from './kind.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DAY_MS = 86_400_000
/** Serial 1 of the 1900 system is 1900-01-01; serials after the phantom 29-02-1900 count from here. */
const EPOCH = Date.UTC(1899, 11, 30)
/** GST began on this day: no document is older. */
const FIRST_SERIAL = serialOf('2017-07-01')
const LAST_SERIAL = serialOf('2099-12-31')

export const date: Kind = {
  name: 'date',
  read(cell, _format, report) {
    if (typeof cell === 'number') {
      const day = Math.floor(cell)
      if (day < FIRST_SERIAL || day > LAST_SERIAL) {
        return report.error('date-not-a-date', { found: cell })
      }
      return isoOf(day)
    }
    const found = textOf(cell)
    const named = /^(\d{1,2})[-/ ]([A-Za-z]{3,9})[-/ ,]+(\d{2}|\d{4})$/.exec(found)
    if (named) {
      const month = MONTHS.indexOf((named[2] ?? '').slice(0, 3).toLowerCase()) + 1
      const isMonth = month > 0 && isMonthName(named[2] ?? '', month)
      return isMonth
        ? calendarDate(yearOf(named[3]), month, Number(named[1]), found, report)
        : report.error('date-not-a-date', { found })
    }
    const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(found)
    if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]), found, report)
    const numeric = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})$/.exec(found)
    if (!numeric) return report.error('date-not-a-date', { found })
    return dayFirst(Number(numeric[1]), Number(numeric[2]), yearOf(numeric[3]), found, report)
  },
  write: (value) => serialOf(String(value)),
  toWire: (value) => String(value).split('-').reverse().join('-'),
  fromWire: (json) =>
    typeof json === 'string' && /^\d{2}-\d{2}-\d{4}$/.test(json)
      ? json.split('-').reverse().join('-')
      : undefined,
  numberFormat: 'dd-mmm-yyyy',
}

/** Excel serial of a `YYYY-MM-DD` day. */
export function serialOf(iso: string): number {
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - EPOCH) / DAY_MS)
}

const isoOf = (serial: number): string =>
  new Date(EPOCH + serial * DAY_MS).toISOString().slice(0, 10)

const yearOf = (digits = ''): number => Number(digits) + (digits.length === 2 ? 2000 : 0)

const isMonthName = (text: string, month: number): boolean => {
  const full = new Date(Date.UTC(2000, month - 1, 1)).toLocaleString('en-GB', {
    month: 'long',
    timeZone: 'UTC',
  })
  const lower = text.toLowerCase()
  return lower.length === 3 || lower === 'sept' || lower === full.toLowerCase()
}

/**
 * Text with digits only is read day first, as India writes it. Where month first would be a date too,
 * it stands only if day first is no later than the return's month and month first is later.
 */
function dayFirst(day: number, month: number, year: number, found: string, report: Report) {
  const understood = calendarDate(year, month, day, found, report)
  if (understood === undefined) return undefined
  const other = isoDay(year, day, month)
  const last = lastDayOf(report.context.period)
  if (other !== undefined && other !== understood && !(understood <= last && other > last)) {
    return report.error('date-two-ways', { found, dayFirst: understood, monthFirst: other })
  }
  report.note('date-from-text', { found, understood })
  return understood
}

function calendarDate(year: number, month: number, day: number, found: string, report: Report) {
  return isoDay(year, month, day) ?? report.error('date-not-a-date', { found })
}

function isoDay(year: number, month: number, day: number): string | undefined {
  const time = new Date(Date.UTC(year, month - 1, day))
  const real = time.getUTCMonth() === month - 1 && time.getUTCDate() === day
  return real ? time.toISOString().slice(0, 10) : undefined
}
