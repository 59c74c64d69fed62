// Rules that summary tables share: an entry has no date, so what depends on one is asked of the whole period.
import { firstDayOf, lastDayOf, type Period } from '../identifiers.ts'
import { CESS_ENDED, rateOf } from '../lists/rates.ts'
import type { Severity } from '../problems/problem.ts'
import type { Context, Document, Fields, Rule } from '../tables/table.ts'

/** The period an entry is about: an amendment is about the month it amends. */
const periodOf = ({ fields }: Document, { period }: Context): Period =>
  (fields.omon ?? period) as Period

/** The rate may stand on the entry or on its line. */
export const rateOutOfPeriod = (column: string): Rule => ({
  code: 'rate-out-of-period',
  severity: 'warning',
  columns: [column],
  source: 'rate notifications; notes and s. 14 can keep an older rate',
  line(line: Fields, document: Document, context) {
    const period = periodOf(document, context)
    const known = rateOf(line[column] ?? document.fields[column])
    if (known?.from !== undefined && lastDayOf(period) < known.from) {
      return { rate: known.rate / 100 }
    }
    if (known?.until !== undefined && firstDayOf(period, context.taxpayer.filing) > known.until) {
      return { rate: known.rate / 100 }
    }
    return undefined
  },
})

export const cessPastItsEnd = (column: string): Rule => ({
  code: 'cess-after-its-end',
  severity: 'warning',
  columns: [column],
  source: 'compensation cess ended for nearly all goods on 22-09-2025',
  line(line, document, context) {
    const first = firstDayOf(periodOf(document, context), context.taxpayer.filing)
    return Number(line[column] ?? 0) > 0 && first >= CESS_ENDED ? { ended: CESS_ENDED } : undefined
  },
})

/** Of one entry, over all its lines. */
export const signsMixed = (columns: readonly string[]): Rule => ({
  code: 'signs-mixed',
  severity: 'error',
  columns,
  source: 'tables 11A and 14: the amounts of one entry have one sign',
  document({ lines }) {
    const amounts = lines.flatMap((line) => columns.map((name) => Number(line[name] ?? 0)))
    return Math.min(...amounts) < 0 && Math.max(...amounts) > 0 ? {} : undefined
  },
})

export const halvesDiffer = (central: string, state: string, severity: Severity): Rule => ({
  code: 'halves-differ',
  severity,
  columns: [central, state],
  source: 'CGST and SGST are levied at one rate',
  line: ({ [central]: one, [state]: other }) =>
    one === other ? undefined : { central: Number(one), state: Number(other) },
})
