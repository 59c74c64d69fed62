// What becomes of blocks of cells once changes are written into them: the workbook as the pane would read it again.
import type { Block, Cell } from '../templates/block.ts'
import { TABLES } from '../templates/tables/tables.ts'
import type { SheetChanges } from '../agent/http/outputs/portal.ts'

/** The template's sheet of that name, without rows. */
export function emptySheet(name: string): Block {
  const table = TABLES.find(({ sheets }) => sheets[0] === name)
  if (table === undefined) throw new Error(`no table has the sheet ${name}`)
  const values: Cell[][] = [[table.title], [], [], table.columns.map(({ header }) => header)]
  return {
    sheet: name,
    firstRow: 0,
    firstColumn: 0,
    values,
    numberFormat: [],
    hiddenRows: 0,
    hiddenSheet: false,
  }
}

/** Every change must find what it was made for. Blocks begin at A1. */
export function written(
  blocks: readonly Block[],
  { changes, newSheets }: Pick<SheetChanges, 'changes' | 'newSheets'>,
): Block[] {
  const sheets = [...blocks, ...newSheets.map(emptySheet)].map((block) => ({
    ...block,
    values: block.values.map((cells) => [...cells]),
    numberFormat: block.numberFormat.map((formats) =>
      Array.from({ length: block.values.length }, (_, row) =>
        typeof formats === 'string' ? formats : (formats[row] ?? 'General'),
      ),
    ),
  }))
  for (const { sheet, row, column, was, becomes, numberFormat } of changes) {
    const block = sheets.find((one) => one.sheet === sheet)
    if (block === undefined) throw new Error(`no sheet ${sheet}`)
    while (block.values.length <= row) block.values.push([])
    const cells = block.values[row] ?? []
    if ((cells[column] ?? '') !== (was ?? '')) throw new Error(`${sheet} ${row} ${column} moved`)
    while (cells.length < column) cells.push('')
    cells[column] = becomes
    if (numberFormat !== undefined) {
      while (block.numberFormat.length <= column) block.numberFormat.push([])
      const formats = block.numberFormat[column] ?? []
      while (formats.length < row) formats.push('General')
      formats[row] = numberFormat
    }
  }
  if (sheets.some(({ firstRow, firstColumn }) => firstRow + firstColumn > 0)) {
    throw new Error('a block that does not begin at A1')
  }
  return sheets
}
