// The combined GST rate. Inside it is basis points: 18 % is 1800.
import { RATES } from '../lists/rates.ts'
import { textOf, type Kind } from './kind.ts'

const KNOWN = new Set(RATES.map(({ rate }) => rate))
/** Marketplaces write 18 % as 0.18. 0.1 and 0.25 are rates in their own right, and so 0.4 and 0.03 stay open. */
const FRACTIONS = new Map([
  [0.05, 500],
  [0.12, 1200],
  [0.18, 1800],
  [0.28, 2800],
])

export const rate: Kind = {
  name: 'rate',
  read(cell, format, report) {
    if (typeof cell === 'number') {
      const points = Math.round(cell * 100)
      if (KNOWN.has(points) && points === cell * 100 && !format.includes('%')) return points
      return readLoose(cell, format)
    }
    const text = textOf(cell).replace(/\s*%$/, '')
    const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
    const points = number === undefined ? undefined : Math.round(number * 100)
    if (points !== undefined && KNOWN.has(points)) return points
    return report.error('rate-unknown', { found: textOf(cell), allowed: allowedRates() })

    function readLoose(number: number, code: string): number | undefined {
      const asPercent = Math.round(number * 10_000)
      if (code.includes('%') && KNOWN.has(asPercent)) return asPercent
      const near = Math.round(number * 100)
      if (KNOWN.has(near) && Math.abs(near - number * 100) < 1e-6) return near
      const fraction = FRACTIONS.get(Math.round(number * 10_000) / 10_000)
      if (fraction === undefined) {
        return report.error('rate-unknown', { found: String(number), allowed: allowedRates() })
      }
      report.note('rate-from-fraction', { found: String(number), used: fraction / 100 })
      return fraction
    }
  },
  write: (value) => Number(value) / 100,
  toWire: (value) => Number(value) / 100,
  fromWire: (json) => {
    const points = Math.round(Number(json) * 100)
    return KNOWN.has(points) ? points : undefined
  },
  numberFormat: '0.00',
  labels: RATES.map((known) => String(known.rate / 100)),
}

const allowedRates = (): string => RATES.map((known) => known.rate / 100).join(', ')
