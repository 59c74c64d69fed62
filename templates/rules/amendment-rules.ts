// Rules on what an amendment amends. A document says when its original was dated, an entry in which month it was reported.
import { financialYearOn } from '../financial-year.ts'
import { lastDayOf, monthOf, type Period } from '../identifiers.ts'
import { AMENDMENT_LIMITS } from '../lists/amendment-limits.ts'
import type { Context, Fields, Rule } from '../tables/table.ts'

/** Where a table says what it amends. */
export interface Original {
  /** The columns that turn red. */
  readonly columns: readonly string[]
  /** The original's month, `YYYY-MM`. */
  readonly month: (fields: Fields) => string
}

export const originalDated = (column: string): Original => ({
  columns: [column],
  month: (fields) => String(fields[column]).slice(0, 7),
})

export const originalMonth: Original = {
  columns: ['fy', 'month'],
  month: ({ omon }) => monthOf(String(omon)),
}

export const originalNotEarlier = ({ columns, month }: Original): Rule => ({
  code: 'original-not-earlier',
  severity: 'error',
  columns,
  source: 'RET191198: what is amended was reported in an earlier return',
  document({ fields }, { period }) {
    const original = month(fields)
    return original < monthOf(period) ? undefined : { original, month: monthOf(period) }
  },
})

export const amendmentTooLate = ({ columns, month }: Original): Rule => ({
  code: 'amendment-too-late',
  severity: 'warning',
  columns,
  source: 'CGST Act s. 37(3); the annual return may end it earlier, so the portal decides',
  document({ fields }, { period }) {
    const year = financialYearOn(month(fields))
    const begins = Number(year.slice(0, 4))
    const limit = AMENDMENT_LIMITS.findLast(({ from }) => from <= begins)?.month ?? '12'
    const last = `${begins + 1}-${limit}`
    return monthOf(period) > last ? { year, last } : undefined
  },
})

/** Tables 14 and 15 began in a month; what they amend cannot be older. */
export const originalBeforeTable = ({ columns, month }: Original, began: string): Rule => ({
  code: 'original-before-table',
  severity: 'warning',
  columns,
  source: `tables 14 and 15 are part of the return from ${began}; the portal looks for the original`,
  document({ fields }) {
    const original = month(fields)
    return original < began ? { original, began } : undefined
  },
})

export const revisedAfterOriginal = (revised: string, original: string): Rule => ({
  code: 'revised-after-original',
  severity: 'warning',
  columns: [revised],
  source: 'RET191120: not after the original’s return, which may be later than the original’s date',
  document({ fields }, context) {
    const date = String(fields[revised])
    const last = lastDayOf(returnOf(String(fields[original]), context))
    return date > last ? { date, last } : undefined
  },
})

/** The return that a day's documents belong to: the month's, of quarterly filers the quarter's. */
function returnOf(day: string, { taxpayer }: Context): Period {
  const month = Number(day.slice(5, 7))
  const last = taxpayer.filing === 'quarterly' ? Math.ceil(month / 3) * 3 : month
  return `${String(last).padStart(2, '0')}${day.slice(0, 4)}` as Period
}
