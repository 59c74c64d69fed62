// The number of an invoice or note: 1–16 letters, digits, `-` and `/`, not all zeros (rule 46(b)).
// It is a legal number, so nothing in it is ever altered: what does not fit is refused with a suggestion.
import { textOf, type Kind, type Report } from './kind.ts'

const ALLOWED = /^[A-Za-z0-9/-]{1,16}$/
const GOOD = /^(?=.*[A-Za-z1-9])[A-Za-z0-9/-]{1,16}$/

export const documentNumber: Kind = {
  name: 'document-number',
  read(cell, format, report) {
    if (typeof cell === 'string' && GOOD.test(cell)) return cell
    // TRUE and FALSE are what Excel makes of a typed word; as numbers they would pass unseen.
    if (typeof cell === 'boolean')
      return report.error('number-lost-digits', { found: String(cell) })
    const found = typeof cell === 'number' ? digitsOf(cell, format, report) : textOf(cell)
    if (found === undefined) return undefined
    if (GOOD.test(found)) return found
    if (/^[0-9]+(\.[0-9]+)?E\+?[0-9]+$/i.test(found)) {
      return report.error('number-lost-digits', { found })
    }
    if (found.length > 16) return report.error('number-too-long', { found, length: found.length })
    if (ALLOWED.test(found)) return report.error('number-zero', { found })
    const suggestion = suggest(found)
    return GOOD.test(suggestion)
      ? report.error('number-characters', { found, try: suggestion })
      : report.error('number-letters', { found })
  },
  write: (value) => value,
  toWire: (value) => value,
  fromWire: (json) => (typeof json === 'string' ? json : undefined),
  numberFormat: '@',
}

/**
 * A number cell's digits, with the leading zeros its format shows (`0000`). From 10^15 on Excel has lost digits,
 * and under a format with letters or dates (`"INV-"000`, `d-mmm`) it shows another number than it holds.
 */
function digitsOf(cell: number, format: string, report: Report): string | undefined {
  if (!Number.isInteger(cell) || cell < 0 || cell >= 1e15) {
    return report.error('number-lost-digits', { found: String(cell) })
  }
  if (format === 'General' || format === '@') return String(cell)
  const shown = (format.split(';')[0] ?? '').replace(/\[(Red|Black|Blue|Color\d+)\]/i, '')
  if (!/^[0#?,.]+$/.test(shown)) {
    return report.error('number-shown-otherwise', { found: String(cell) })
  }
  return String(cell).padStart(/^0+$/.test(shown) ? shown.length : 1, '0')
}

const suggest = (found: string): string =>
  found
    // Full-width letters as plain ones, and every kind of dash as the one that is allowed.
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[_.\\#&\s]+/g, '-')
    .replace(/[^A-Za-z0-9/-]/g, '')
    .slice(0, 16)
