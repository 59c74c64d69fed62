// A counterparty's GSTIN or UIN: form and check character, tidied from spaces and lower case.
import { checkCharacter, hasGstinForm, isGstin } from '../identifiers.ts'
import { textOf, type Kind } from './kind.ts'

const good = new Set<string>()
/** The agent runs for days; a month has fewer parties. */
const MOST_KEPT = 20_000

/** A sheet has fewer parties than rows, so each is looked at once. */
function isKnownGood(text: string): boolean {
  if (good.has(text)) return true
  if (!isGstin(text)) return false
  if (good.size >= MOST_KEPT) good.clear()
  good.add(text)
  return true
}

export const gstin: Kind = {
  name: 'gstin',
  read(cell, _format, report) {
    if (typeof cell === 'string' && isKnownGood(cell)) return cell
    const found = textOf(cell)
    const tidy = found.replace(/[\s\u00a0]/g, '').toUpperCase()
    if (tidy.length !== 15) return report.error('gstin-length', { found, length: tidy.length })
    if (!hasGstinForm(tidy)) return report.error('gstin-form', { found })
    const expected = checkCharacter(tidy)
    if (expected !== tidy.charAt(14)) {
      return report.error('gstin-check-character', { found, expected })
    }
    if (tidy !== found) report.note('gstin-tidied', { found, used: tidy })
    return tidy
  },
  write: (value) => value,
  toWire: (value) => value,
  fromWire: (json) => (typeof json === 'string' ? json.toUpperCase() : undefined),
  numberFormat: 'General',
}
