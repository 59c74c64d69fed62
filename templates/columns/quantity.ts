// A quantity of goods with at most two decimals. Inside it is whole hundredths, as money is paise.
import { hasHiddenDecimals, paise } from '../money.ts'
import { numberIn } from './amount.ts'
import { textOf, wireNumber, type Kind } from './kind.ts'

/** The portal takes less than 10^15. */
const LIMIT = 1e15

export const quantity: Kind = {
  name: 'quantity',
  read(cell, _format, report) {
    const number = typeof cell === 'number' ? cell : numberIn(textOf(cell))
    if (number === undefined || !(Math.abs(number) < LIMIT)) {
      return report.error('quantity-not-a-number', { found: textOf(cell) })
    }
    const value = paise(number)
    if (hasHiddenDecimals(number)) {
      report.warning('quantity-rounded', { found: textOf(cell), used: value / 100 })
    }
    return value
  },
  write: (value) => Number(value) / 100,
  toWire: (value) => Number(value) / 100,
  fromWire: (json) => {
    const number = wireNumber(json)
    return number === undefined ? undefined : paise(number)
  },
  numberFormat: '0.00',
}
