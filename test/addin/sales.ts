// Sheets in the layout of GSTR-1's templates, as large as one likes.
import type { SheetFile } from '../../agent/xlsx/workbook-file.ts'
import type { Cell } from '../../templates/block.ts'
import { sheetOf } from './office.ts'

export const B2B = 'b2b,sez,de'
/** Headers stand on the fourth row; data begins on the fifth, which is 4 counted from 0. */
export const FIRST = 4

const HEADERS = [
  'GSTIN/UIN of Recipient',
  'Receiver Name',
  'Invoice Number',
  'Invoice date',
  'Invoice Value',
  'Place Of Supply',
  'Reverse Charge',
  'Applicable % of Tax Rate',
  'Invoice Type',
  'E-Commerce GSTIN',
  'Rate',
  'Taxable Value',
  'Cess Amount',
]

export const invoiceNumber = (index: number) => `INV/2025/${String(index).padStart(6, '0')}`

/** The columns by which an invoice's row is known: recipient and number. */
export const KEY = [0, 2] as const

export const invoice = (index: number): Cell[] => [
  '27AAPFU0939F1ZV',
  'Shree Ganesh Traders',
  invoiceNumber(index),
  45_748 + (index % 30),
  11_800 + index,
  '27-Maharashtra',
  'N',
  null,
  'Regular B2B',
  null,
  18,
  10_000 + index / 4,
  0,
]

/** A sheet of `rows` invoices below its four heading rows. */
export function salesSheet(rows: number, more: Partial<SheetFile> = {}): SheetFile {
  const heading: Cell[][] = [['Summary For B2B'], ['No. of Recipients'], [1], HEADERS]
  const invoices = Array.from({ length: rows }, (_, index) => invoice(index))
  const formats = { 3: 'dd-mmm-yyyy', 4: '0.00', 10: '0.00', 11: '0.00', 12: '0.00' }
  return sheetOf(B2B, [...heading, ...invoices], { frozenRows: FIRST, formats, ...more })
}

/** The cells of the invoice that was read as number `index`, to point at `columns`. */
export const cellsOf = (index: number, columns: readonly number[] = [3]) => ({
  sheet: B2B,
  row: FIRST + index,
  columns,
  key: KEY.map((column) => ({ column, value: invoice(index)[column] ?? null })),
})
