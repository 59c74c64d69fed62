// Natures of supply in table 14, as the template's list has them. On the wire each is a list of its own, as is its amendment.
import type { Choice } from '../columns/choice.ts'

/** The operator collects tax at source. */
const COLLECTED = {
  label: 'Liable to collect tax u/s 52(TCS)',
  aliases: ['Liable to collect tax u/s 52', 'TCS', 'u/s 52', 'Section 52', '52'],
}
/** The operator pays the tax in the seller's place. */
const PAID = {
  label: 'Liable to pay tax u/s 9(5)',
  aliases: ['u/s 9(5)', 'Section 9(5)', '9(5)'],
}

export const SUPPLY_NATURES: readonly Choice[] = [
  { wire: 'clttx', ...COLLECTED },
  { wire: 'paytx', ...PAID },
]

export const AMENDED_SUPPLY_NATURES: readonly Choice[] = [
  { wire: 'clttxa', ...COLLECTED },
  { wire: 'paytxa', ...PAID },
]
