// The status column that the user may switch on: right of each table, what became of each row. It is known by its header
// and by a setting of the workbook; a column of the user's own with that name is never touched, nor a cell that a person
// wrote in ours.
import type { Cell } from '../../templates/block.ts'
import { isStatusText, STATUS_HEADER } from '../../templates/status-column.ts'
import { inExcel, unheard } from './in-excel.ts'
import { AT_ONCE } from './pieces.ts'
import { columnsIn, STATUS_KEY } from './status-switch.ts'

export interface SheetStatus {
  readonly sheet: string
  /** From 0. */
  readonly headerRow: number
  /** Of the rows below the header; `''` where there is nothing to say. */
  readonly texts: readonly string[]
}

export interface StatusReport {
  readonly written: number
  /** Sheets that allow no writing. */
  readonly protectedSheets: readonly string[]
}

/** Cells written in one request. */
const PIECE = 20_000
/** Headers are looked for in so many rows, as the reader does. */
const ROWS_TO_SEARCH = 40

/** Writes the column where it is missing, and what changed in it. Nothing is written where nothing changed. */
export async function writeStatus(sheets: readonly SheetStatus[]): Promise<StatusReport> {
  return inExcel(async (context) => {
    const known = await columnsIn(context)
    const columns: Record<string, number> = { ...known }
    const open = await openSheets(
      context,
      sheets.map(({ sheet }) => sheet),
    )
    const protectedSheets: string[] = []
    const writes: Piece[] = []
    for (const { sheet: name, headerRow, texts } of sheets) {
      const sheet = open.get(name)
      if (sheet === undefined) continue
      if (sheet.isProtected) {
        protectedSheets.push(name)
        continue
      }
      const column = columnOf(sheet, columns[sheet.id])?.column ?? sheet.right
      columns[sheet.id] = column
      const rows = Math.max(texts.length + 1, sheet.bottom - headerRow)
      const wanted = Array.from({ length: rows }, (_, at) =>
        at === 0 ? STATUS_HEADER : (texts[at - 1] ?? ''),
      )
      const there = await cellsOf(context, sheet, headerRow, column, rows)
      const lines = wanted.map((text, at) => replaced(there[at] ?? '', text))
      writes.push(...piecesOf(sheet, headerRow, column, lines))
    }
    if (writes.length > 0 || known === undefined) {
      await unheard(context, async () => {
        context.workbook.settings.add(STATUS_KEY, columns)
        await put(context, writes)
      })
    }
    return { written: sheets.length - protectedSheets.length, protectedSheets }
  })
}

/** Clears what the column says, and forgets it. Sheets that meanwhile allow no writing keep it, and are named. */
export async function removeStatus(): Promise<Pick<StatusReport, 'protectedSheets'>> {
  return inExcel(async (context) => {
    const columns = await columnsIn(context)
    if (columns === undefined) return { protectedSheets: [] }
    const open = await openSheets(context)
    const kept: Record<string, number> = {}
    const protectedSheets: string[] = []
    const writes: Piece[] = []
    for (const [name, sheet] of open) {
      const known = columns[sheet.id]
      const header = known === undefined ? undefined : columnOf(sheet, known)
      if (known === undefined || header === undefined) continue
      if (sheet.isProtected) {
        protectedSheets.push(name)
        kept[sheet.id] = known
        continue
      }
      const { row, column } = header
      const there = await cellsOf(context, sheet, row, column, sheet.bottom - row)
      const lines = there.map((cell) => replaced(cell, ''))
      writes.push(...piecesOf(sheet, row, column, lines))
    }
    await unheard(context, async () => {
      // Headers last: a batch that is tried again knows the column by its header.
      await put(context, writes.toReversed())
      if (protectedSheets.length > 0) context.workbook.settings.add(STATUS_KEY, kept)
      else context.workbook.settings.getItem(STATUS_KEY).delete()
    })
    return { protectedSheets }
  })
}

/** What goes into a cell in place of what stands there; null leaves it alone. */
function replaced(there: Cell, wanted: string): string | null {
  const isOurs = there === '' || there === null || there === STATUS_HEADER || isStatusText(there)
  return !isOurs || (there ?? '') === wanted ? null : wanted
}

interface OpenSheet {
  readonly sheet: Excel.Worksheet
  readonly id: string
  readonly isProtected: boolean
  /** First row and column, from 0, that hold nothing. */
  readonly bottom: number
  readonly right: number
  /** The first rows, from A1. */
  readonly top: readonly (readonly Cell[])[]
}

/** Sheets with content, by name; all of them where no names are given. */
async function openSheets(
  context: Excel.RequestContext,
  names?: readonly string[],
): Promise<Map<string, OpenSheet>> {
  const { worksheets } = context.workbook
  worksheets.load('items/id, items/name')
  await context.sync()
  const found = worksheets.items
    .filter(({ name }) => names === undefined || names.includes(name))
    .map((sheet) => {
      const used = sheet.getUsedRangeOrNullObject(true)
      used.load('rowIndex, columnIndex, rowCount, columnCount')
      sheet.protection.load('protected')
      return { sheet, used }
    })
  await context.sync()
  const placed = found
    .filter(({ used }) => !used.isNullObject)
    .map(({ sheet, used }) => {
      const bottom = used.rowIndex + used.rowCount
      const right = used.columnIndex + used.columnCount
      const top = sheet.getRangeByIndexes(0, 0, Math.min(bottom, ROWS_TO_SEARCH), right)
      top.load('values')
      return { sheet, bottom, right, top }
    })
  await context.sync()
  return new Map(
    placed.map(({ sheet, bottom, right, top }) => {
      const { id, name, protection } = sheet
      const values: Cell[][] = top.values
      return [name, { sheet, id, isProtected: protection.protected, bottom, right, top: values }]
    }),
  )
}

/**
 * Where our header stands: in the column it was written in, or in another if columns were inserted or deleted. One under
 * which somebody else wrote is not ours.
 */
function columnOf(
  { top }: OpenSheet,
  known: number | undefined,
): { row: number; column: number } | undefined {
  if (known === undefined) return undefined
  const headers = top.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell === STATUS_HEADER ? [{ row, column }] : [])),
  )
  const there = headers.find(({ column }) => column === known)
  if (there !== undefined) return there
  return headers.find(({ row, column }) => {
    const below = top.slice(row + 1).map((cells) => cells[column] ?? '')
    const filled = below.filter((cell) => cell !== '')
    return filled.length > 0 && filled.every(isStatusText)
  })
}

async function cellsOf(
  context: Excel.RequestContext,
  { sheet }: OpenSheet,
  row: number,
  column: number,
  rows: number,
): Promise<Cell[]> {
  const cells: Cell[] = []
  for (let done = 0; done < rows; done += PIECE) {
    const range = sheet.getRangeByIndexes(row + done, column, Math.min(PIECE, rows - done), 1)
    range.load('values')
    await context.sync()
    for (const [cell = ''] of range.values as Cell[][]) cells.push(cell)
  }
  return cells
}

/** Cells below each other; null leaves one alone. */
interface Piece {
  readonly sheet: Excel.Worksheet
  readonly row: number
  readonly column: number
  readonly lines: readonly (string | null)[]
}

/** Those of the pieces in which anything is written. */
function piecesOf(
  { sheet }: OpenSheet,
  row: number,
  column: number,
  lines: readonly (string | null)[],
): Piece[] {
  const pieces: Piece[] = []
  for (let done = 0; done < lines.length; done += AT_ONCE) {
    pieces.push({ sheet, row: row + done, column, lines: lines.slice(done, done + AT_ONCE) })
  }
  return pieces.filter((piece) => piece.lines.some((line) => line !== null))
}

/** As many cells in a request as one may hold. */
async function put(context: Excel.RequestContext, pieces: readonly Piece[]): Promise<void> {
  let waiting = 0
  for (const { sheet, row, column, lines } of pieces) {
    if (waiting > 0 && waiting + lines.length > PIECE) {
      await context.sync()
      waiting = 0
    }
    sheet.getRangeByIndexes(row, column, lines.length, 1).values = lines.map((line) => [line])
    waiting += lines.length
  }
}
