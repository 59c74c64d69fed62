// A workbook's file as the preview shows it.
import type { Result } from '../../templates/problems/problem.ts'
import { openBook, type Book, type BookSheet, type Source } from './book.ts'
import { LIMITS, refusable, Refusal } from './refusal.ts'
import { emptyLayout, readRows, type Layout, type SheetCell } from './sheet.ts'
import { unlockedCells } from './unlocked.ts'
import { isOn, type Attributes } from './xml.ts'
import type { CellFile, ProtectionFile, SheetFile, WorkbookFile } from './workbook-file.ts'

/** Widths beyond are dropped: Excel likes to give one to all 16,384 columns. */
const COLUMNS_WITH_WIDTH = 256

/**
 * The same problems as `readBlocks`. A cell is kept when it has a value, a formula, a fill, a font
 * colour or bold; a number format alone is no look of its own. A hidden column has width 0.
 */
export function readWorkbook(source: Source, name: string): Promise<Result<WorkbookFile>> {
  return refusable(name, async () => {
    const book = await openBook(source, name)
    const sheets: SheetFile[] = []
    let cells = 0
    const count = (added: number) => {
      cells += added
      if (cells > LIMITS.shown) throw new Refusal('shown')
    }
    for (const sheet of book.sheets) sheets.push(await readSheet(book, sheet, count))
    return { name, sheets }
  })
}

async function readSheet(
  book: Book,
  sheet: BookSheet,
  count: (cells: number) => void,
): Promise<SheetFile> {
  const layout = emptyLayout()
  const cells: CellFile[] = []
  const hiddenRows: number[] = []
  const unlocked = unlockedCells(layout)

  for await (const row of readRows(book, sheet, layout)) {
    if (row.hidden) hiddenRows.push(row.row)
    unlocked.row(row.row, row.cells)
    const seen = row.cells.filter(isSeen)
    count(seen.length)
    for (const cell of seen) cells.push(toCell(row.row, cell))
  }

  return {
    name: sheet.name,
    hidden: sheet.hidden,
    cells,
    widths: widthsOf(layout),
    hiddenRows,
    frozenRows: layout.frozenRows,
    merges: layout.merges,
    ...(layout.protection && { protection: protectionOf(layout.protection) }),
    unlocked: layout.protection ? unlocked.ranges() : [],
  }
}

const isSeen = ({ value, formula, style }: SheetCell) =>
  value !== '' ||
  formula !== undefined ||
  style.fill !== undefined ||
  style.color !== undefined ||
  style.bold

function toCell(row: number, { column, value, formula, style }: SheetCell): CellFile {
  const { numberFormat, fill, color, bold } = style
  return {
    row,
    column,
    value,
    ...(formula !== undefined && { formula }),
    ...(numberFormat !== 'General' && { numberFormat }),
    ...(fill !== undefined && { fill }),
    ...(color !== undefined && { color }),
    ...(bold && { bold }),
  }
}

function widthsOf({ columns }: Layout): Record<number, number> {
  const widths: Record<number, number> = {}
  for (const [column, { width }] of columns) {
    if (width !== undefined && column < COLUMNS_WITH_WIDTH) widths[column] = width
  }
  return widths
}

/** In the file these attributes say what is *forbidden*, and all but a few are unless they say 0. */
function protectionOf(attributes: Attributes): ProtectionFile {
  const allowed = (name: string) => !isOn(attributes[name] ?? '1')
  return {
    password: attributes['password'] !== undefined || attributes['hashValue'] !== undefined,
    allowFormatCells: allowed('formatCells'),
    allowInsertRows: allowed('insertRows'),
    allowDeleteRows: allowed('deleteRows'),
    allowSort: allowed('sort'),
  }
}
