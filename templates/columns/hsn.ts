// An HSN or SAC code: digits. Cells hold it as a number, with dots as the tariff prints it, or without a zero.
import { textOf, type Kind } from './kind.ts'

export const hsn: Kind = {
  name: 'hsn',
  read(cell, _format, report) {
    const found = textOf(cell)
    const written = found.replace(/\.0$/, '')
    const digits = joined(inPairs(written))
    if (!/^\d+$/.test(digits)) return report.error('hsn-not-digits', { found })
    const code = lostItsZero(digits) ? `0${digits}` : digits
    if (code.length < 4 || code.length > 8) {
      return report.error('hsn-length', { found, length: digits.length })
    }
    if (code !== joined(written)) report.warning('hsn-zero-restored', { found, used: code })
    else if (code !== found) report.note('hsn-tidied', { found, used: code })
    return code
  },
  write: (value) => value,
  toWire: (value) => value,
  fromWire: (json) =>
    typeof json === 'string' || typeof json === 'number' ? String(json) : undefined,
  numberFormat: '@',
}

const joined = (text: string): string => text.replace(/(?<=\d)[\s.-]+(?=\d)/g, '')

/** As a number 84.10 is 84.1: after the tariff's point digits stand in pairs. */
const inPairs = (text: string): string => (/^\d+\.\d(\d\d)*$/.test(text) ? `${text}0` : text)

/** Codes of goods have 4, 6 or 8 digits: with one fewer it is a chapter 01 to 09 whose zero Excel dropped. */
const lostItsZero = (digits: string): boolean =>
  /^([1-9]\d{2}|[1-9]\d{4}|[1-9]\d{6})$/.test(digits) && !isService(digits)

/** Codes of services, in chapter 99. */
export const isService = (code: unknown): boolean => String(code).startsWith('99')
