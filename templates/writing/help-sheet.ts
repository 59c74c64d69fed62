// The help sheet of a template: what goes into each column of each sheet, from the tables' definitions, in our own words.
import type { Column, Table } from '../tables/table.ts'

const ABOUT: readonly string[] = [
  'Fill in each sheet from row 5 on. Rows 1 to 4 stay as they are; only the headers in row 4 are looked for.',
  'A document with several rates has one row for each rate. Repeat the document’s own cells on each of its rows.',
  'Tax is worked out from rate, taxable value and place of supply. Only the HSN sheets and table 14 have it typed.',
  'A sheet without rows says that there is nothing to report. A sheet that is not in the workbook is left as the portal has it.',
  'Remove sample rows, and rows of your own sums. The totals in row 3 are for the eye; nothing is taken from them.',
]

/** By kind of cell; kinds with a list are chosen from it. */
const KINDS: Readonly<Record<string, string>> = {
  text: 'Free text.',
  gstin: 'The 15 characters of the GSTIN or UIN.',
  'document-number': 'As printed on the document: up to 16 letters, digits, - and /.',
  date: 'A date, such as 05-Oct-2026.',
  amount: 'Rupees with at most two decimals, zero or more.',
  'signed-amount': 'Rupees with at most two decimals; with a minus where more was taken back.',
  quantity: 'How much, in the unit of this row, with at most two decimals.',
  count: 'A whole number.',
  hsn: 'An HSN or SAC code of 4 to 8 digits.',
  'port-code': 'The customs port, up to 6 letters and digits.',
  'shipping-bill': 'The number of the shipping bill, 3 to 7 digits.',
  percent: '65.00 where the tax is charged at 65 % of the rate; else nothing.',
}
const FROM_LIST = 'Choose from the list.'

const NEEDS: Readonly<Record<Column['need'], string>> = {
  required: 'must be filled in',
  header: 'may be empty',
  optional: 'may be empty',
  blank: 'leave it empty',
}

export const HELP_SHEET = {
  name: 'Help Instruction',
  widths: [30, 44, 20, 84],
} as const

/** A heading, or cells: sheet, column, whether it is needed, what goes in. */
export function helpRows(tables: readonly Table[]): string[][] {
  return [
    ['How to fill in these sheets'],
    ...ABOUT.map((text) => [text]),
    [],
    ['Sheet', 'Column', 'Needed', 'What goes in'],
    ...tables.flatMap(({ sheets: [sheet = ''], columns }) =>
      columns.map((column) => [sheet, column.header, NEEDS[column.need], whatGoesIn(column)]),
    ),
  ]
}

function whatGoesIn({ kind, need }: Column): string {
  if (need === 'blank') return 'Nothing: the portal takes no value here any more.'
  return KINDS[kind.name] ?? (kind.labels === undefined ? '' : FROM_LIST)
}
