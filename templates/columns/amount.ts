// An amount of money. Inside it is whole paise; a cell may hold a number or text with grouping and signs.
import { hasHiddenDecimals, paise } from '../money.ts'
import { textOf, wireNumber, type Kind } from './kind.ts'

/**
 * `digits` before the decimal point; `signed` where the table takes negatives, else `negative` is the problem that a
 * minus makes; its facts name what was found and the same without the minus.
 */
export function amount(options: { digits: 11 | 13; signed?: boolean; negative?: string }): Kind {
  const { negative = 'amount-negative' } = options
  const limit = 10 ** (options.digits + 2)
  return {
    name: options.signed ? 'signed-amount' : 'amount',
    read(cell, format, report) {
      const text = typeof cell === 'number' ? undefined : textOf(cell)
      const number = text === undefined ? Number(cell) : numberIn(text)
      if (number === undefined || !Number.isFinite(number)) {
        return report.error('amount-not-a-number', { found: textOf(cell) })
      }
      const value = paise(number)
      if (value < 0 && !options.signed) {
        return report.error(negative, { found: value, positive: -value })
      }
      if (Math.abs(value) >= limit) {
        return report.error('amount-too-large', { found: value, digits: options.digits })
      }
      if (hasHiddenDecimals(number)) {
        report.warning('amount-rounded', { found: String(number), used: value })
      } else if (text !== undefined) {
        if (!PLAIN.test(text)) report.note('amount-from-text', { found: text, used: value })
      } else if (value % 100 !== 0 && hidesPaise(value, format)) {
        report.warning('amount-shown-rounded', { used: value })
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
}

/** Whether what is seen is not what is sent, because the format shows fewer decimals than the value has. */
const hidesPaise = (value: number, format: string): boolean => value % shownBy(format) !== 0

const shown = new Map<string, number>()

/** The smallest amount, in paise, that a format shows. A workbook has few formats, so each is looked at once. */
function shownBy(format: string): number {
  const known = shown.get(format)
  if (known !== undefined) return known
  const smallest = smallestShown(format)
  shown.set(format, smallest)
  return smallest
}

function smallestShown(format: string): 1 | 10 | 100 {
  if (format.includes('.00')) return 1
  const bare = (format.split(';')[0] ?? '').replace(/"[^"]*"|[\\_*].|\[[^\]]*\]/g, '')
  const digits = /^[^0#?.]*[0#?,]*[0#?](\.[0#?]?)?[^0#?]*$/.exec(bare)
  if (digits === null) return 1
  return digits[1]?.length === 2 ? 10 : 100
}

const PLAIN = /^-?\d+(\.\d*)?$/
/** Digits grouped as India or the West does, by commas or spaces; `1,5` and `1.234,56` are no such thing. */
const GROUPED = /^(\d{1,3}([, ]\d{2,3})*[, ]\d{3}|\d+)(\.\d*)?$|^\.\d+$/

/** The number in `1,23,456.50`, `₹ 500`, `Rs. 20`, `500/-`, `(75.00)`, `100 Cr`: brackets are a minus, Cr and Dr nothing. */
export function numberIn(text: string): number | undefined {
  const tidy = text.replace(/\s+/g, ' ').replace(/ ?(\/-|(Cr|Dr)\.?)$/i, '')
  const bracketed = tidy.startsWith('(') && tidy.endsWith(')')
  const bare = (bracketed ? tidy.slice(1, -1) : tidy).replace(/^([-+]?) ?(₹|Rs\.?|INR) ?/i, '$1')
  const [, sign = '', digits = ''] = /^([-+]?) ?(.*)$/.exec(bare) ?? []
  if (!GROUPED.test(digits) || (bracketed && sign !== '')) return undefined
  const number = Number(digits.replace(/[, ]/g, ''))
  return bracketed || sign === '-' ? -number : number
}
