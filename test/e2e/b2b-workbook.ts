// Workbook files for the preview to open: sheets of plain values, and one small b2b sheet.
import type { SheetFile } from '../../agent/xlsx/workbook-file.ts'
import { writeWorkbook } from '../../agent/xlsx/write-workbook.ts'
import type { Cell } from '../../templates/block.ts'
import { sheet as blocksOf, type Row } from '../sheets.ts'

export const B2B = 'b2b,sez,de'

/** A sheet of these values from A1 on; nothing else of it is special unless told. */
export function sheetOf(
  name: string,
  values: readonly (readonly Cell[])[],
  part: Partial<SheetFile> = {},
): SheetFile {
  return {
    name,
    hidden: false,
    cells: values.flatMap((line, row) =>
      line.flatMap((value, column) =>
        value === null || value === '' ? [] : [{ row, column, value }],
      ),
    ),
    widths: {},
    hiddenRows: [],
    frozenRows: 0,
    merges: [],
    unlocked: [],
    ...part,
  }
}

/** The template's sheet with these rows. */
export const b2bSheet = (
  rows: readonly Row[],
  part: Partial<SheetFile> = {},
  name = B2B,
): SheetFile => sheetOf(name, blocksOf(rows)[0]?.values ?? [], part)

export const b2bWorkbook = (name: string, rows: readonly Row[]): Promise<Uint8Array> =>
  writeWorkbook({ name, sheets: [b2bSheet(rows)] })
