// The workbooks that the preview's tests open.
import type { CellFile, SheetFile, WorkbookFile } from '../../agent/xlsx/workbook-file.ts'
import type { Cell } from '../../templates/block.ts'
import { LOCKED } from '../locked.ts'

const HEADERS = ['GSTIN', 'Number', 'Date', 'Value', 'POS']

const sheet = (name: string, parts: Partial<SheetFile>): SheetFile => ({
  name,
  hidden: false,
  cells: [],
  widths: { 0: 20, 1: 16, 2: 12, 3: 14, 4: 16 },
  hiddenRows: [],
  frozenRows: 1,
  merges: [],
  unlocked: [],
  ...parts,
})

const cells = (rows: readonly (readonly Cell[])[]): CellFile[] =>
  rows.flatMap((values, row) =>
    values.map((value, column) => ({
      row,
      column,
      value,
      ...(row === 0 ? { bold: true, fill: '#DCE6F1' } : {}),
      ...(row > 0 && column === 2 ? { numberFormat: 'dd-mmm-yyyy' } : {}),
    })),
  )

/** 46296 is 1 October 2026. */
const invoices = (count: number): Cell[][] => [
  HEADERS,
  ...Array.from({ length: count }, (_, index) => [
    '29AAACC1206D1ZM',
    `INV/${index + 1}`,
    46_296 + (index % 28),
    (count - index) * 100.5,
    '29-Karnataka',
  ]),
]

export const SMALL: WorkbookFile = {
  name: 'small.xlsx',
  sheets: [
    sheet('b2b', {
      cells: [
        ...cells(invoices(5)),
        { row: 7, column: 3, value: 1507.5, formula: 'SUM(D2:D6)' },
        { row: 8, column: 1, value: '007' },
      ],
      hiddenRows: [9],
    }),
    sheet('cdnr', { cells: cells([HEADERS]) }),
    sheet('locked', {
      cells: cells(invoices(3)),
      protection: LOCKED,
      unlocked: ['A2:E100'],
    }),
  ],
}

export const ROWS = 100_000
export const LARGE: WorkbookFile = {
  name: 'large.xlsx',
  sheets: [sheet('b2b', { cells: cells(invoices(ROWS)) })],
}
