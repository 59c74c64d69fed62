// What Excel makes of text that somebody types or pastes into a cell.
import type { Cell } from '../../../templates/block.ts'

export interface TypedCell {
  readonly value: Cell
  /** The format that typing a date brings along where the cell has none. */
  readonly numberFormat?: string
  /** Typed with `=`: the text is kept as it is. */
  readonly isFormula?: boolean
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NUMBER = /^[-+]?(?:[0-9]+(?:,[0-9]+)*)?(?:\.[0-9]*)?(?:e[-+]?[0-9]+)?$/i
const DATE = /^([0-9]{1,2})[-/ .]([0-9]{1,2}|[a-z]{3,9})[-/ .]([0-9]{4}|[0-9]{2})$/i
const ISO_DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/

/** Numbers, percentages, day-month-year dates and TRUE/FALSE are understood; all else stays text. */
export function typedCell(text: string, cellFormat = 'General'): TypedCell {
  if (text === '') return { value: null }
  if (cellFormat === '@') return { value: text }
  if (text.startsWith("'")) return { value: text.slice(1) }
  if (text.startsWith('=') && text.length > 1) return { value: text, isFormula: true }
  const trimmed = text.trim()
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' }
  if (NUMBER.test(trimmed) && /[0-9]/.test(trimmed)) {
    return { value: Number(trimmed.replaceAll(',', '')) }
  }
  const percent = /^(.+)%$/.exec(trimmed)?.[1] ?? ''
  if (NUMBER.test(percent) && /[0-9]/.test(percent)) {
    return { value: Number(percent.replaceAll(',', '')) / 100, numberFormat: '0%' }
  }
  const date = dateSerial(trimmed)
  if (date === undefined) return { value: text }
  return { value: date, numberFormat: /[a-z]/i.test(trimmed) ? 'd-mmm-yy' : 'dd-mm-yyyy' }
}

/** Day before month, as Excel reads dates in India. */
function dateSerial(text: string): number | undefined {
  const iso = ISO_DATE.exec(text)
  const [, day, month, year] = iso ? [iso[0], iso[3], iso[2], iso[1]] : (DATE.exec(text) ?? [])
  if (day === undefined || month === undefined || year === undefined) return undefined
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const monthNumber = /^[0-9]/.test(month) ? Number(month) : named
  // Two digits mean 1930–2029, Excel's default.
  const short = Number(year) + (Number(year) < 30 ? 2000 : 1900)
  const fullYear = year.length === 2 ? short : Number(year)
  const time = Date.UTC(fullYear, monthNumber - 1, Number(day))
  const date = new Date(time)
  const exists = date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === Number(day)
  return exists && fullYear >= 1900 ? time / 86_400_000 + 25_569 : undefined
}
