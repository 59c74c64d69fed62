// Financial years, April to March, as the sheets write them: `2026-27`.
import type { Period } from './identifiers.ts'

/** Of a `YYYY-MM` month, or of a `YYYY-MM-DD` day. */
export function financialYearOf(month: string): string {
  const year = Number(month.slice(0, 4)) - (month.slice(5, 7) < '04' ? 1 : 0)
  return yearFrom(year)
}

/** `2026-27` of 2026. */
export const yearFrom = (year: number): string =>
  `${year}-${String((year + 1) % 100).padStart(2, '0')}`

/** Whether something of the wire is a month, `MMYYYY`, in whatever year. */
export const isOriginalMonth = (json: unknown): json is string =>
  typeof json === 'string' && /^(0[1-9]|1[0-2])20\d\d$/.test(json)

/** The period of a month (`07`) in a financial year: January to March belong to its second half. */
export const periodIn = (year: string, month: string): Period =>
  `${month}${Number(year.slice(0, 4)) + (month < '04' ? 1 : 0)}` as Period
