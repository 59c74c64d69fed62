// Rules that several tables share. Each says where it comes from; an error only where the portal is known to refuse.
import { firstDayOf, lastDayOf, stateOf, type Period } from '../identifiers.ts'
import { CESS_ENDED, rateOf } from '../lists/rates.ts'
import type { Fields, Rule } from '../tables/table.ts'

export const ownGstin = (column: string): Rule => ({
  code: 'gstin-is-own',
  severity: 'error',
  columns: [column],
  source: 'RET191113',
  document: ({ fields }, { gstin }) => (fields[column] === gstin ? { gstin } : undefined),
})

export const dateAfterPeriod = (column: string): Rule => ({
  code: 'date-after-period',
  severity: 'error',
  columns: [column],
  source: 'RET191114: no document is dated after the last day of the period',
  document({ fields }, { period }) {
    const last = lastDayOf(period)
    const date = String(fields[column])
    return date > last ? { date, last } : undefined
  },
})

/** Up to then an earlier date is only late; older ones have a rule of their own. */
const LATE = 18

export const dateBeforePeriod = (column: string): Rule => ({
  code: 'date-before-period',
  severity: 'warning',
  columns: [column],
  source: 'a document missed in its month goes into a later one, so this is legal',
  document({ fields }, { period, taxpayer }) {
    const first = firstDayOf(period, taxpayer.filing)
    const date = String(fields[column])
    return date < first && monthsBack(date, period) <= LATE ? { date, first } : undefined
  },
})

export const dateOverEighteenMonths = (column: string): Rule => ({
  code: 'date-over-eighteen-months',
  severity: 'warning',
  columns: [column],
  source: 'RET191114 (older wording); the law sets later limits, so the portal decides',
  document({ fields }, { period, taxpayer }) {
    const date = String(fields[column])
    if (date >= firstDayOf(period, taxpayer.filing)) return undefined
    const months = monthsBack(date, period)
    return months > LATE ? { date, months } : undefined
  },
})

function monthsBack(date: string, period: Period): number {
  const last = lastDayOf(period)
  const years = Number(last.slice(0, 4)) - Number(date.slice(0, 4))
  return years * 12 + Number(last.slice(5, 7)) - Number(date.slice(5, 7))
}

export const posRetired = (column: string): Rule => ({
  code: 'pos-retired',
  severity: 'warning',
  from: '2020-02',
  columns: [column],
  source: 'Daman & Diu (25) merged into 26 on 26-01-2020',
  document: ({ fields }) => (fields[column] === '25' ? {} : undefined),
})

export const rateOutOfDate = (column: string, date: string): Rule => ({
  code: 'rate-out-of-date',
  severity: 'warning',
  columns: [column],
  source: 'rate notifications; s. 14 and notes can keep an older rate',
  line(line, { fields }) {
    const on = String(fields[date])
    const known = rateOf(line[column])
    if (known?.from !== undefined && on < known.from) {
      return { rate: known.rate / 100, date: on, from: known.from }
    }
    if (known?.until !== undefined && on > known.until) {
      return { rate: known.rate / 100, date: on, until: known.until }
    }
    return undefined
  },
})

export const cessAfterItsEnd = (column: string, date: string): Rule => ({
  code: 'cess-after-its-end',
  severity: 'warning',
  columns: [column],
  source: 'compensation cess ended for nearly all goods on 22-09-2025',
  line: (line, { fields }) =>
    Number(line[column] ?? 0) > 0 && String(fields[date]) >= CESS_ENDED
      ? { ended: CESS_ENDED }
      : undefined,
})

export const cessWithoutPayment = (column: string, type: string): Rule => ({
  code: 'cess-without-payment',
  severity: 'warning',
  columns: [column, type],
  source: 'IGST Act s. 16(3)(a): under bond or LUT neither tax nor cess is paid',
  line: ({ unsentCess }) => (unsentCess === undefined ? undefined : { typed: unsentCess }),
})

/** Table 5 and notes on it. `when`: the documents it holds for. */
export const posOwnState = (column: string, when: (fields: Fields) => boolean = always): Rule => ({
  code: 'pos-own-state',
  severity: 'error',
  columns: [column],
  source: 'Table 5 is inter-state (RET191160); every supply of an SEZ unit is (IGST Act s. 7(5))',
  document: ({ fields }, { gstin, taxpayer }) =>
    fields[column] === stateOf(gstin) && !taxpayer.sez && when(fields)
      ? { state: stateOf(gstin) }
      : undefined,
})

export const posAbroad = (column: string, when: (fields: Fields) => boolean = always): Rule => ({
  code: 'pos-abroad',
  severity: 'error',
  columns: [column],
  source: 'the save schema takes 96 only for registered recipients',
  document: ({ fields }) => (fields[column] === '96' && when(fields) ? {} : undefined),
})

const always = () => true

/** One rupee: software rounds invoices to whole rupees, and that is no mistake. */
const ROUNDING = 100

/** `taxOutside`: documents whose value may leave the tax out. */
export const valueDiffersFromLines = (
  column: string,
  taxOutside: (fields: Fields) => boolean = () => false,
): Rule => ({
  code: 'value-differs-from-lines',
  severity: 'warning',
  columns: [column],
  source: 'the portal does not reconcile it; charges outside GST are legitimate',
  document({ fields, lines }) {
    let taxable = 0
    let tax = 0
    for (const line of lines) {
      taxable += Number(line.txval ?? 0)
      tax += taxIn(line)
    }
    const value = Number(fields[column])
    if (isNear(value, taxable + tax) || (taxOutside(fields) && isNear(value, taxable)))
      return undefined
    return { value, lines: taxable + tax }
  },
})

const isNear = (value: number, sum: number): boolean => Math.abs(value - sum) <= ROUNDING

const taxIn = (line: Fields): number =>
  Number(line.iamt ?? 0) + Number(line.camt ?? 0) + Number(line.samt ?? 0) + Number(line.csamt ?? 0)
