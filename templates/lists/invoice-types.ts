// Invoice types of table 4 and 6, as the template words them, as the wire spells them, and as others write them.
import type { Choice } from '../columns/choice.ts'

export const INVOICE_TYPES: readonly Choice[] = [
  { wire: 'R', label: 'Regular B2B', aliases: ['Regular', 'R', 'B2B'] },
  {
    wire: 'SEWP',
    label: 'SEZ supplies with payment',
    aliases: ['SEZ with payment', 'SEZWP', 'SEWP'],
  },
  {
    wire: 'SEWOP',
    label: 'SEZ supplies without payment',
    aliases: ['SEZ without payment', 'SEZWOP', 'SEWOP'],
  },
  { wire: 'DE', label: 'Deemed Exp', aliases: ['Deemed Export', 'Deemed Exports', 'DE'] },
  {
    wire: 'CBW',
    label: 'Intra-State supplies attracting IGST',
    aliases: ['Intra State supplies attracting IGST', 'Sale from Bonded WH', 'CBW'],
  },
]

/** Of documents under s. 9(5): as the tables of operators word them, and without the supply that is taxed as if inter-state. */
export const DOCUMENT_TYPES: readonly Choice[] = INVOICE_TYPES.filter(
  ({ wire }) => wire !== 'CBW',
).map((type) =>
  type.wire === 'R' ? { ...type, label: 'Regular', aliases: ['Regular B2B', 'R', 'B2B'] } : type,
)
