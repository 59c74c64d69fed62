// A month of a financial year. On the wire the two are one member, `MMYYYY`.
import { isOriginalMonth } from '../financial-year.ts'
import { MONTHS } from '../lists/months.ts'
import { choice } from './choice.ts'
import type { Kind } from './kind.ts'

export const month: Kind = {
  ...choice('month', MONTHS, 'month-unknown'),
  toWire: () => undefined,
  fromWire: (json) => (isOriginalMonth(json) ? json.slice(0, 2) : undefined),
}
