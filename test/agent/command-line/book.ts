// A workbook's file with one b2b sheet.
import { writeFileSync } from 'node:fs'
import { writeWorkbook } from '../../../agent/xlsx/write-workbook.ts'
import { sheet, type Row } from '../../sheets.ts'

export async function writeBook(file: string, rows: readonly Row[], name?: string): Promise<void> {
  const sheets = sheet(rows, name).map((block) => ({
    name: block.sheet,
    hidden: false,
    cells: block.values.flatMap((values, row) =>
      values.flatMap((value, column) => (value === '' ? [] : [{ row, column, value }])),
    ),
    widths: {},
    hiddenRows: [],
    frozenRows: 0,
    merges: [],
    unlocked: [],
  }))
  writeFileSync(file, await writeWorkbook({ name: file, sheets }))
}
