// Financial years, April to March, as the sheets write them (`2026-27`), and the months in them.
import { financialYearOf, type Period } from './identifiers.ts'

/** Of a `YYYY-MM` month, or of a `YYYY-MM-DD` day. */
export const financialYearOn = (day: string): string =>
  financialYearOf(`${day.slice(5, 7)}${day.slice(0, 4)}` as Period)

/** `2026-27` of 2026. */
export const yearFrom = (year: number): string => financialYearOf(`04${year}` as Period)

/** Whether something of the wire is a month, `MMYYYY`, in whatever year. */
export const isOriginalMonth = (json: unknown): json is Period =>
  typeof json === 'string' && /^(0[1-9]|1[0-2])20\d\d$/.test(json)

/** The period of a month (`07`) in a financial year: January to March belong to its second half. */
export const periodIn = (year: string, month: string): Period =>
  `${month}${Number(year.slice(0, 4)) + (month < '04' ? 1 : 0)}` as Period
