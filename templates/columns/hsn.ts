// An HSN or SAC code: digits. Cells hold it as a number, with dots as the tariff prints it, or without its leading zero.
import { textOf, type Kind } from './kind.ts'

export const hsn: Kind = {
  name: 'hsn',
  read(cell, _format, report) {
    const found = textOf(cell)
    const digits = found.replace(/\.0$/, '').replace(/(?<=\d)[\s.-]+(?=\d)/g, '')
    if (!/^\d+$/.test(digits)) return report.error('hsn-not-digits', { found })
    const code = lostItsZero(digits) ? `0${digits}` : digits
    if (code.length < 4 || code.length > 8) {
      return report.error('hsn-length', { found, length: digits.length })
    }
    if (code !== digits) report.warning('hsn-zero-restored', { found, used: code })
    return code
  },
  write: (value) => value,
  toWire: (value) => value,
  fromWire: (json) =>
    typeof json === 'string' || typeof json === 'number' ? String(json) : undefined,
  numberFormat: '@',
}

/** Codes of goods have 4, 6 or 8 digits: with one fewer it is a chapter 01 to 09 whose zero Excel dropped. */
const lostItsZero = (digits: string): boolean =>
  /^([1-9]\d{2}|[1-9]\d{4}|[1-9]\d{6})$/.test(digits) && !isService(digits)

/** Codes of services, in chapter 99. */
export const isService = (code: unknown): boolean => String(code).startsWith('99')
