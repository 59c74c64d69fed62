// A workbook's file as the blocks of cells that the pane reads in Excel.
import type { Block, Cell } from '../../templates/block.ts'
import type { Result } from '../../templates/problems/problem.ts'
import { fileName, openBook, type Book, type BookSheet, type Source } from './book.ts'
import { LIMITS, refusable, Refusal } from './refusal.ts'
import { readRows, type SheetRow } from './sheet.ts'

const ROWS_PER_BLOCK = 5_000

/** More empty rows than this end a block, so that a stray cell far below costs nothing. */
const EMPTY_ROWS_WITHIN = 100

/**
 * Blocks of every sheet, hidden ones too, sheet after sheet and from the top down. Only cells with
 * a value count; dates are 1900 serials; a formula gives what Excel last calculated, or
 * `UNCALCULATED`. `hiddenRows` counts hidden rows with content.
 *
 * Problems: `file-unreadable`, `xlsx-unreadable`, `xlsx-too-large`, `xlsx-not-a-workbook`, `xlsx-encrypted`,
 * `xlsx-hostile`, each with the fact `file`.
 */
export function readBlocks(source: Source, name = fileName(source)): Promise<Result<Block[]>> {
  return refusable(name, async () => {
    const blocks: Block[] = []
    for await (const block of streamBlocks(source, name)) blocks.push(block)
    return blocks
  })
}

/** The same, a block at a time in bounded memory. Throws `Refusal`. */
export async function* streamBlocks(source: Source, name: string): AsyncGenerator<Block> {
  const book = await openBook(source, name)
  let cells = 0
  for (const sheet of book.sheets) {
    for await (const rows of groups(readRows(book, sheet))) {
      const block = toBlock(book, sheet, rows, (size) => {
        cells += size
        if (cells > LIMITS.cells) throw new Refusal('cells')
      })
      yield block
    }
  }
}

/** Rows with content, in groups that make one block each. */
async function* groups(rows: AsyncIterable<SheetRow>): AsyncGenerator<readonly SheetRow[]> {
  let group: SheetRow[] = []
  for await (const { row, hidden, cells } of rows) {
    const filled = cells.filter(({ value }) => value !== '')
    if (filled.length === 0) continue
    const first = group[0]?.row ?? row
    const last = group.at(-1)?.row ?? row
    if (row - first >= ROWS_PER_BLOCK || row - last > EMPTY_ROWS_WITHIN) {
      yield group
      group = []
    }
    group.push({ row, hidden, cells: filled })
  }
  if (group.length > 0) yield group
}

function toBlock(
  { from1904 }: Book,
  sheet: BookSheet,
  rows: readonly SheetRow[],
  claim: (cells: number) => void,
): Block {
  const firstRow = rows[0]?.row ?? 0
  const height = (rows.at(-1)?.row ?? 0) - firstRow + 1
  let firstColumn = Infinity
  let lastColumn = 0
  for (const { cells } of rows) {
    for (const { column } of cells) {
      firstColumn = Math.min(firstColumn, column)
      lastColumn = Math.max(lastColumn, column)
    }
  }
  const width = lastColumn - firstColumn + 1
  claim(width * height)

  const values = Array.from({ length: height }, () => new Array<Cell>(width).fill(''))
  const formats = new Array<string | string[]>(width)
  let hiddenRows = 0
  for (const { row, hidden, cells } of rows) {
    if (hidden) hiddenRows += 1
    const line = values[row - firstRow]
    if (line === undefined) continue
    for (const { column, value, style } of cells) {
      const at = column - firstColumn
      line[at] = value
      formats[at] = withFormat(formats[at], row - firstRow, style.numberFormat, height)
    }
  }
  return {
    sheet: sheet.name,
    firstRow,
    firstColumn,
    values,
    numberFormat: Array.from(formats, (format) => format ?? 'General'),
    hiddenRows,
    hiddenSheet: sheet.hidden,
    ...(from1904 && rows.some(hasDate) && { datesFrom1904: true }),
  }
}

const hasDate = ({ cells }: SheetRow): boolean =>
  cells.some(({ value, style }) => style.isDate && typeof value === 'number')

/** One code as long as every filled cell of the column agrees; a list from the first that does not. */
function withFormat(
  known: string | string[] | undefined,
  row: number,
  format: string,
  height: number,
): string | string[] {
  if (known === undefined || known === format) return format
  const list = typeof known === 'string' ? new Array<string>(height).fill(known) : known
  // Rows below keep the format of the nearest filled cell above.
  if (list[row] !== format) list.fill(format, row)
  return list
}
