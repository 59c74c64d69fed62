// Applicable % of tax rate: blank or 100, or 65 (leases of old motor vehicles). On the wire 0.65 or nothing.
import { textOf, type Kind } from './kind.ts'

const MEANINGS = new Map([
  ['65', 65],
  ['65.00', 65],
  ['65%', 65],
  ['0.65', 65],
  ['100', 100],
  ['100.00', 100],
  ['100%', 100],
  ['1', 100],
])

export const percent: Kind = {
  name: 'percent',
  read(cell, _format, report) {
    const found = textOf(cell)
    const joined = found.endsWith('%') ? `${found.slice(0, -1).trimEnd()}%` : found
    return MEANINGS.get(joined) ?? report.error('percent-unknown', { found })
  },
  write: (value) => (value === 65 ? '65.00' : null),
  toWire: (value) => (value === 65 ? 0.65 : undefined),
  fromWire: (json) => (Number(json) === 0.65 ? 65 : 100),
  numberFormat: '@',
  labels: ['65.00'],
}
