// Exports with and without payment of IGST, as invoices (table 6A) and as the notes on them (table 9B) word it.
import type { Choice } from '../columns/choice.ts'

const WITHOUT = [
  'Without Payment',
  'Without Payment of Tax',
  'Export without payment',
  'LUT',
  'Under LUT',
]
const WITH = ['With Payment', 'With Payment of Tax', 'Export with payment']

export const EXPORT_TYPES: readonly Choice[] = [
  { wire: 'WOPAY', label: 'WOPAY', aliases: ['EXPWOP', 'EXWOP', ...WITHOUT] },
  { wire: 'WPAY', label: 'WPAY', aliases: ['EXPWP', 'EXWP', ...WITH] },
]

/** What a note to an unregistered person is about. */
export const UR_TYPES: readonly Choice[] = [
  { wire: 'B2CL', label: 'B2CL', aliases: ['B2C Large', 'B2C (Large)'] },
  { wire: 'EXPWP', label: 'EXPWP', aliases: ['WPAY', 'EXWP', ...WITH] },
  { wire: 'EXPWOP', label: 'EXPWOP', aliases: ['WOPAY', 'EXWOP', ...WITHOUT] },
]
