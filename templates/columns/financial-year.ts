// A financial year, April to March: `2026-27`. On the wire it is only ever told with its month, as `MMYYYY`.
import { isOriginalMonth, yearFrom } from '../financial-year.ts'
import { financialYearOf } from '../identifiers.ts'
import { textOf, type Kind } from './kind.ts'

/** GST's first, and the last that the drop-down offers; later ones are read all the same. */
const [FIRST, LAST] = [2017, 2035]

export const financialYear: Kind = {
  name: 'financial-year',
  read(cell, _format, report) {
    const found = textOf(cell)
    const [, first = '', second = ''] =
      /^(?:FY)? ?(20\d\d) ?[-/–] ?(?:20)?(\d\d)$/i.exec(found) ?? []
    const year = yearFrom(Number(first))
    return Number(first) >= FIRST && year.endsWith(second)
      ? year
      : report.error('financial-year-unknown', { found })
  },
  write: (value) => value,
  toWire: () => undefined,
  fromWire: (json) => (isOriginalMonth(json) ? financialYearOf(json) : undefined),
  numberFormat: '@',
  labels: Array.from({ length: LAST - FIRST + 1 }, (_, i) => yearFrom(FIRST + i)),
}
