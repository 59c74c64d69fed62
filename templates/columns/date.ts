// A date cell: Excel's serial, or text in day-month-year order. Inside, dates are `YYYY-MM-DD`.
import { lastDayOf } from '../identifiers.ts'
import { textOf, type Kind, type Report } from './kind.ts'

const NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
/** `sep`, `sept` and `september` are 9. */
const MONTHS = new Map([
  ...NAMES.flatMap((name, i) => [name, name.slice(0, 3)].map((word) => [word, i + 1] as const)),
  ['sept', 9],
])
/** Databases write a time of day behind every date. */
const TIME = /[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?$/i
const DAY_MS = 86_400_000
/** Serial 1 of the 1900 system is 1900-01-01; serials after the phantom 29-02-1900 count from here. */
const EPOCH = Date.UTC(1899, 11, 30)
/** GST began on this day: no document is older. */
const FIRST_DAY = '2017-07-01'
const LAST_DAY = '2099-12-31'
const FIRST_SERIAL = serialOf(FIRST_DAY)
const LAST_SERIAL = serialOf(LAST_DAY)

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
    const text = found.includes(':') ? found.replace(TIME, '') : found
    const named = /^(\d{1,2})[-/ ]([A-Za-z]{3,9})[-/ ,]+(\d{2}|\d{4})$/.exec(text)
    if (named) {
      return calendarDate(yearOf(named[3]), monthNamed(named[2]), Number(named[1]), found, report)
    }
    const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text)
    if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]), found, report)
    const numeric = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})$/.exec(text)
    if (!numeric) return report.error('date-not-a-date', { found })
    return dayFirst(Number(numeric[1]), Number(numeric[2]), yearOf(numeric[3]), found, report)
  },
  write: (value) => serialOf(String(value)),
  toWire: (value) => wireOf(String(value)),
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

/** `YYYY-MM-DD` of an Excel serial. */
export const dayOf = (serial: number): string => isoOf(Math.floor(serial))

const days = new Map<number, string>()

/** A sheet has few different days, so each is made once. */
function isoOf(serial: number): string {
  const known = days.get(serial)
  if (known !== undefined) return known
  const iso = new Date(EPOCH + serial * DAY_MS).toISOString().slice(0, 10)
  days.set(serial, iso)
  return iso
}

const wires = new Map<string, string>()

/** `2026-10-09` → `09-10-2026`, each made once as well. */
function wireOf(iso: string): string {
  const known = wires.get(iso)
  if (known !== undefined) return known
  const wire = iso.split('-').reverse().join('-')
  wires.set(iso, wire)
  return wire
}

const yearOf = (digits = ''): number => Number(digits) + (digits.length === 2 ? 2000 : 0)

/** Month number of a name in any case; 0 for other words. */
const monthNamed = (word = ''): number => MONTHS.get(word.toLowerCase()) ?? 0

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

/** A real day since GST began, or undefined. */
function isoDay(year: number, month: number, day: number): string | undefined {
  const serial = (Date.UTC(year, month - 1, day) - EPOCH) / DAY_MS
  if (!(serial >= FIRST_SERIAL && serial <= LAST_SERIAL)) return undefined
  const iso = isoOf(serial)
  // The 31st of September is the 1st of October.
  return Number(iso.slice(5, 7)) === month && Number(iso.slice(8)) === day ? iso : undefined
}
