// Credit or debit note, as the template and others write it. Refund vouchers (R) ended when notes were de-linked.
import type { Choice } from '../columns/choice.ts'

export const NOTE_TYPES: readonly Choice[] = [
  { wire: 'C', label: 'C', aliases: ['Credit', 'Credit Note', 'Cr', 'CN', 'CRN', 'Sales Return'] },
  { wire: 'D', label: 'D', aliases: ['Debit', 'Debit Note', 'Dr', 'DN', 'DBN'] },
]
