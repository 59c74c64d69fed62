// A month of a financial year. On the wire the two are one member, `MMYYYY`.
import { isOriginalMonth } from '../financial-year.ts'
import { MONTHS } from '../lists/months.ts'
import { choice } from './choice.ts'
import { textOf, type Kind } from './kind.ts'

const byName = choice('month', MONTHS, 'month-unknown')
/** `Jul-25`, `July 2025`. */
const WITH_YEAR = /^([A-Za-z]{3,9})[-/' ]+(\d{2}|\d{4})$/

export const month: Kind = {
  ...byName,
  read(cell, format, report) {
    const found = textOf(cell)
    const name = WITH_YEAR.exec(found)?.[1]
    if (name === undefined) return byName.read(cell, format, report)
    const read = byName.read(name, format, report)
    if (read !== undefined) report.warning('month-with-year', { found, used: name })
    return read
  },
  toWire: () => undefined,
  fromWire: (json) => (isOriginalMonth(json) ? json.slice(0, 2) : undefined),
}
