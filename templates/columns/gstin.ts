// A counterparty's GSTIN or UIN: form, state and check character, tidied from lower case and what is no letter or digit.
import { checkCharacter, hasGstinForm, hasGstinState, isGstin } from '../identifiers.ts'
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
    // The check character proves that nothing but the signs between the others was wrong.
    const bare = found.replace(/[^0-9A-Za-z]/g, '').toUpperCase()
    if (isGstin(bare)) {
      if (bare !== found) report.note('gstin-tidied', { found, used: bare })
      return bare
    }
    const tidy = found.replace(/[\s\u00a0]/g, '').toUpperCase()
    if (tidy.length !== 15) return report.error('gstin-length', { found, length: tidy.length })
    if (!hasGstinForm(tidy)) return report.error('gstin-form', { found })
    if (!hasGstinState(tidy)) return report.error('gstin-state', { found, code: tidy.slice(0, 2) })
    return report.error('gstin-check-character', { found, expected: checkCharacter(tidy) })
  },
  write: (value) => value,
  toWire: (value) => value,
  fromWire: (json) => (typeof json === 'string' ? json.toUpperCase() : undefined),
  numberFormat: 'General',
}
