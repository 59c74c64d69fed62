// How many documents: a whole number of at most ten digits.
import { textOf, wireNumber, type Kind } from './kind.ts'

export const count: Kind = {
  name: 'count',
  read(cell, _format, report) {
    const found = textOf(cell)
    const digits = found.replace(/[, ]/g, '').replace(/\.0+$/, '')
    return /^\d{1,10}$/.test(digits) ? Number(digits) : report.error('count-not-whole', { found })
  },
  write: (value) => value,
  toWire: (value) => value,
  fromWire: (json) => {
    const number = wireNumber(json)
    return Number.isInteger(number) ? number : undefined
  },
  numberFormat: '0',
}
