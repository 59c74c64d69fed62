// Natures of document in table 13. On the wire a nature is its place in this list, from 1.
import type { Choice } from '../columns/choice.ts'

const NATURES: readonly (readonly [label: string, ...aliases: string[]])[] = [
  ['Invoices for outward supply', 'Invoice for outward supply', 'Invoices', 'Tax Invoice'],
  [
    'Invoices for inward supply from unregistered person',
    'Invoices for inward supply from unregistered persons',
  ],
  ['Revised Invoice', 'Revised Invoices'],
  ['Debit Note', 'Debit Notes'],
  ['Credit Note', 'Credit Notes'],
  ['Receipt Voucher', 'Receipt Vouchers'],
  ['Payment Voucher', 'Payment Vouchers'],
  ['Refund Voucher', 'Refund Vouchers'],
  ['Delivery Challan for job work', 'Delivery Challans for job work'],
  ['Delivery Challan for supply on approval'],
  ['Delivery Challan in case of liquid gas'],
  [
    'Delivery Challan in case other than by way of supply (excluding at S no. 9 to 11)',
    'Delivery Challan in cases other than by way of supply (excluding at S no. 9 to 11)',
    'Delivery Challan in case other than by way of supply',
  ],
]

export const DOCUMENT_NATURES: readonly Choice[] = NATURES.map(([label, ...aliases], i) => ({
  wire: String(i + 1),
  label,
  aliases,
}))
