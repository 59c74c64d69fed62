// An amount of money. Inside it is whole paise; a cell may hold a number or text with grouping and signs.
import { hasHiddenDecimals, paise } from '../money.ts'
import type { Paise } from '../identifiers.ts'
import { textOf, type Kind } from './kind.ts'

/** `digits` before the decimal point; `signed` where the table takes negatives. */
export function amount(options: { digits: 11 | 13; signed?: boolean }): Kind {
  const limit = 10 ** (options.digits + 2)
  return {
    name: 'amount',
    read(cell, format, report) {
      const number = typeof cell === 'number' ? cell : numberOf(textOf(cell))
      if (number === undefined || !Number.isFinite(number)) {
        return report.error('amount-not-a-number', { found: textOf(cell) })
      }
      const value = paise(number)
      if (value < 0 && !options.signed) return report.error('amount-negative', { found: value })
      if (Math.abs(value) >= limit) {
        return report.error('amount-too-large', { found: value, digits: options.digits })
      }
      if (hasHiddenDecimals(number)) {
        report.warning('amount-rounded', { found: String(number), used: value })
      } else if (typeof cell === 'number' && value % 100 !== 0 && hidesPaise(format)) {
        report.warning('amount-shown-rounded', { used: value })
      }
      return value
    },
    write: (value) => Number(value) / 100,
    toWire: (value) => Number(value) / 100,
    fromWire: (json) => {
      const number = typeof json === 'string' ? Number(json) : json
      return typeof number === 'number' && Number.isFinite(number) ? paise(number) : undefined
    },
    numberFormat: '0.00',
  }
}

/** Formats that show whole rupees only, so that what is seen is not what is sent. */
const hidesPaise = (format: string): boolean => /^[#,]*0$|^[#,]*##0$/.test(format)

/** `1,23,456.50`, `₹ 500`, `Rs. 20`, `(75.00)`, `100 Cr`, `100 Dr`: grouping is dropped, brackets and Dr keep no meaning but sign. */
function numberOf(text: string): Paise | number | undefined {
  const bare = text
    .replace(/^(₹|Rs\.?|INR)\s*/i, '')
    .replace(/\s*(Cr|Dr)\.?$/i, '')
    .replace(/[,\s\u00a0]/g, '')
  const bracketed = /^\(([\d.]+)\)$/.exec(bare)
  const digits = bracketed?.[1] ?? bare
  if (!/^[-+]?\d+(\.\d*)?$|^[-+]?\.\d+$/.test(digits)) return undefined
  return bracketed ? -Number(digits) : Number(digits)
}
