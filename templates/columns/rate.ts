// The combined GST rate. Inside it is basis points: 18 % is 1800.
import type { Cell } from '../block.ts'
import { RATES } from '../lists/rates.ts'
import { textOf, type Kind, type Report } from './kind.ts'

const KNOWN = new Set(RATES.map(({ rate }) => rate))
/** Marketplaces write 18 % as 0.18. 0.1 and 0.25 are rates in their own right, and so 0.4 and 0.03 alone stay open. */
const CERTAIN: ReadonlySet<unknown> = new Set([500, 1200, 1800, 2800])

/** `fractions`: the rates that may be written as such. */
const readerOf =
  (fractions: ReadonlySet<unknown>): Kind['read'] =>
  (cell, format, report) => {
    const number = typeof cell === 'number' ? cell : numberOf(textOf(cell))
    if (number === undefined) return unknown(cell, report)
    if (typeof cell === 'number' && showsPercent(format)) return percentage(number * 100)
    const points = pointsOf(number)
    if (points !== undefined) return points
    const fraction = pointsOf(number * 100)
    const isFraction = fractions.has(fraction) && !textOf(cell).endsWith('%')
    if (fraction === undefined || !isFraction) return percentage(number)
    report.note('rate-from-fraction', { found: textOf(cell), used: fraction / 100 })
    return fraction

    function percentage(percent: number): number | undefined {
      const known = pointsOf(percent)
      if (known !== undefined) return known
      const whole = pointsOf(percent * 2)
      return whole === undefined
        ? unknown(cell, report)
        : report.error('rate-is-half', { found: percent, whole: whole / 100 })
    }
  }

export const rate: Kind = {
  name: 'rate',
  read: readerOf(CERTAIN),
  among: (cells) => (areFractions(cells) ? rateInFractions : rate),
  write: (value) => Number(value) / 100,
  toWire: (value) => Number(value) / 100,
  fromWire: (json) => pointsOf(numberOf(String(json))),
  numberFormat: '0.00',
  labels: RATES.map((known) => String(known.rate / 100)),
}

/** A rate of a column in which all are fractions. */
const rateInFractions: Kind = { ...rate, read: readerOf(KNOWN) }

/** Whether one is certain, and none is a percentage. */
function areFractions(cells: Iterable<Cell>): boolean {
  let isOneCertain = false
  for (const cell of cells) {
    const number = typeof cell === 'number' ? cell : numberOf(textOf(cell))
    if (number === undefined) continue
    if (number >= 1 || textOf(cell).endsWith('%')) return false
    isOneCertain ||= CERTAIN.has(pointsOf(number * 100))
  }
  return isOneCertain
}

/** Basis points of a percentage of the list, noise aside. */
function pointsOf(percent: number | undefined): number | undefined {
  if (percent === undefined) return undefined
  const points = Math.round(percent * 100)
  return KNOWN.has(points) && Math.abs(points - percent * 100) < 1e-6 ? points : undefined
}

/** `18`, `18.00`, `18%`, `18 %`. */
const numberOf = (text: string): number | undefined => {
  const digits = text.replace(/%$/, '').trimEnd()
  return /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : undefined
}

/** A percent format shows 0.18 as 18 %; a percent sign in quotes is only a letter. */
const showsPercent = (format: string): boolean =>
  format.includes('%') && format.replace(/"[^"]*"|\\./g, '').includes('%')

const unknown = (cell: Cell, report: Report): undefined =>
  report.error('rate-unknown', { found: textOf(cell), allowed: allowedRates() })

const allowedRates = (): string => RATES.map((known) => known.rate / 100).join(', ')
