// A workbook file of one small b2b sheet, for the preview to open.
import type { SheetFile } from '../../agent/xlsx/workbook-file.ts'
import { writeWorkbook } from '../../agent/xlsx/write-workbook.ts'
import { sheet as blocksOf, type Row } from '../sheets.ts'

export function b2bWorkbook(name: string, rows: readonly Row[]): Promise<Uint8Array> {
  const [block] = blocksOf(rows)
  const cells = (block?.values ?? []).flatMap((line, row) =>
    line.flatMap((value, column) =>
      value === null || value === '' ? [] : [{ row, column, value }],
    ),
  )
  const sheet: SheetFile = {
    name: 'b2b,sez,de',
    hidden: false,
    cells,
    widths: {},
    hiddenRows: [],
    frozenRows: 0,
    merges: [],
    unlocked: [],
  }
  return writeWorkbook({ name, sheets: [sheet] })
}
