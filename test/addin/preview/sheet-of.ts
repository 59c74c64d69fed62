// A sheet with these values, for tests of what the page makes of it.
import type { SheetFile } from '../../../agent/xlsx/workbook-file.ts'
import type { Cell } from '../../../templates/block.ts'
import { SheetModel } from '../../../addin/preview/host/sheet.ts'

export function sheetOf(
  rows: readonly (readonly Cell[])[],
  parts: Partial<SheetFile> = {},
  numberFormat = 'General',
): SheetModel {
  const cells = rows.flatMap((values, row) =>
    values.map((value, column) => ({ row, column, value, numberFormat })),
  )
  const file: SheetFile = {
    name: 'b2b',
    hidden: false,
    cells,
    widths: {},
    hiddenRows: [],
    frozenRows: 0,
    merges: [],
    unlocked: [],
    ...parts,
  }
  return new SheetModel('1', file, () => undefined)
}
