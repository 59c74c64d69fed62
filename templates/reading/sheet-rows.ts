// The rows of one sheet, put together again from its blocks.
import type { Block, Cell, RowCells } from '../block.ts'
import { withoutUnseen } from '../columns/kind.ts'

export interface SheetRows {
  readonly sheet: string
  readonly hidden: boolean
  readonly hiddenRows: number
  readonly blocks: readonly Block[]
}

/** Blocks by sheet, in the workbook's order, each sheet's blocks from the top down. */
export function sheetsOf(blocks: readonly Block[]): SheetRows[] {
  const sheets = new Map<string, Block[]>()
  for (const block of blocks) {
    const list = sheets.get(block.sheet)
    if (list) list.push(block)
    else sheets.set(block.sheet, [block])
  }
  return [...sheets].map(([sheet, list]) => ({
    sheet,
    hidden: list.some((block) => block.hiddenSheet),
    hiddenRows: list.reduce((sum, block) => sum + block.hiddenRows, 0),
    blocks: list.sort((a, b) => a.firstRow - b.firstRow),
  }))
}

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || cell === null || cell === '' || (typeof cell === 'string' && isSpace(cell))

/** Whether a row says nothing beside one column. */
export const isBlankBut = (cells: readonly Cell[], at: number): boolean =>
  cells.every((cell, i) => i === at || isBlank(cell))

/** Only a text that begins with white space is looked at whole: this is asked of every cell. */
const isSpace = (text: string): boolean =>
  (text.charCodeAt(0) <= 0x20 || text.charCodeAt(0) > 0x7f) && withoutUnseen(text) === ''

/** Calls back for every row that has content, from the top down. `cells[i]` is column `firstColumn + i`. */
export function eachRow(
  rows: SheetRows,
  visit: (row: number, cells: readonly Cell[], block: Block) => boolean | undefined,
): void {
  for (const block of rows.blocks) {
    for (let i = 0; i < block.values.length; i += 1) {
      const cells = block.values[i]
      if (cells === undefined || cells.every(isBlank)) continue
      if (visit(block.firstRow + i, cells, block) === false) return
    }
  }
}

/** The cells of a column below a row, those that are blank left out. */
export function* cellsBelow(rows: SheetRows, row: number, column: number): Iterable<Cell> {
  for (const { values, firstRow, firstColumn } of rows.blocks) {
    for (let i = Math.max(0, row + 1 - firstRow); i < values.length; i += 1) {
      const cell = values[i]?.[column - firstColumn]
      if (cell !== undefined && !isBlank(cell)) yield cell
    }
  }
}

/** Number format of a cell. */
export function formatOf(block: Block, row: number, column: number): string {
  const formats = block.numberFormat[column - block.firstColumn]
  if (formats === undefined) return 'General'
  return typeof formats === 'string' ? formats : (formats[row - block.firstRow] ?? 'General')
}

/** The raw value of a cell, blank as `''`. */
export function cellAt(rows: SheetRows, row: number, column: number): Cell {
  const block = rows.blocks.find(
    ({ firstRow, values }) => row >= firstRow && row < firstRow + values.length,
  )
  return block?.values[row - block.firstRow]?.[column - block.firstColumn] ?? ''
}

/** Cells of a row to point at, with the raw values that will find the row again. */
export function rowCells(
  rows: SheetRows,
  row: number,
  columns: readonly number[],
  keyColumns: readonly number[],
): RowCells {
  const key = keyColumns.map((column) => ({ column, value: cellAt(rows, row, column) }))
  return { sheet: rows.sheet, row, columns, key }
}
