// Puts other values into cells, only where they still hold what was seen, and knows how to put everything back.
//
// A cell takes the very value that is meant: Excel would make a number of the text `1,180` and a text of the number 18
// under the wrong format. So a cell is first formatted for the value, then filled, then given the format it is to have.
import type { Cell } from '../../templates/block.ts'
import type { CellChange } from '../../templates/writing/cell-change.ts'
import { findRows } from './find-rows.ts'
import { inOneUndoStep } from './in-excel.ts'
import { bytesOf, inPieces, type Piece } from './pieces.ts'

type Filled = Exclude<Cell, null>

export interface WriteReport {
  readonly written: number
  /** What takes it all back, in the same way: values and formats, where a cell still holds what was written. */
  readonly back: readonly CellChange[]
  /** Cells that were left alone, by the reason. */
  readonly left: Readonly<Record<Left, number>>
  /** Sheets on which cells were left alone because they are protected. */
  readonly protectedSheets: readonly string[]
  /** What Excel stopped at, if it did: then a part is written, and `back` knows it. */
  readonly stopped?: unknown
}

/** `changed`: it holds something else by now. `gone`: its row is no longer there. */
export type Left = 'changed' | 'formula' | 'protected' | 'gone'

/** The changes of one column, by the row where their cells are now. */
type ByRow = ReadonlyMap<number, CellChange>

/** Whoever follows edits does not hear of it: check again, or compare, once it is written. */
export async function writeCells(changes: readonly CellChange[]): Promise<WriteReport> {
  const left: Record<Left, number> = { changed: 0, formula: 0, protected: 0, gone: 0 }
  const protectedSheets = new Set<string>()
  const places = await columnsOf(changes, () => (left.gone += 1))
  const back: CellChange[] = []
  let written = 0
  const report = (): WriteReport => ({
    written,
    back: withKeysOfNow(back),
    left,
    protectedSheets: [...protectedSheets],
  })
  try {
    await inOneUndoStep(writeAll)
  } catch (error) {
    return { ...report(), stopped: error }
  }
  return report()

  async function writeAll(context: Excel.RequestContext): Promise<void> {
    for (const { sheet, column, byRow } of places) {
      const first = Math.min(...byRow.keys())
      const rows = Math.max(...byRow.keys()) - first + 1
      const write = (from: number, count: number) =>
        writePiece(context, { sheet, column, byRow, first: first + from, count })
      for await (const piece of inPieces({ rows, columns: READ_OF_A_CELL }, write)) {
        written += piece.written
        for (const why of piece.left) left[why] += 1
        if (piece.left.includes('protected')) protectedSheets.add(sheet)
      }
    }
  }

  async function writePiece(
    context: Excel.RequestContext,
    span: Span,
  ): Promise<Piece<{ written: number; left: readonly Left[] }>> {
    const { read, bytes } = await readSpan(context, span)
    const decided = read.map((cell) => (cell === undefined ? undefined : decide(cell)))
    const writes = decided.map((one) => (typeof one === 'object' ? one : undefined))
    // Remembered before it is sent: of a batch that fails, a part may be done.
    for (const write of writes) if (write !== undefined) back.push(write.back)
    const count = writes.filter((write) => write !== undefined).length
    if (count > 0) {
      for (let from = 0; from < writes.length; from += AT_ONCE) {
        const part = writes.slice(from, from + AT_ONCE)
        if (part.every((write) => write === undefined)) continue
        fill(rangeOf(context, { ...span, first: span.first + from, count: part.length }), part)
      }
      await context.sync()
    }
    const leftAlone = decided.filter((one) => typeof one === 'string')
    return { content: { written: count, left: leftAlone }, bytes }
  }
}

/** Values, formulas and formats are read of every cell. */
const READ_OF_A_CELL = 3

/** Cells of one array; office.js itself cuts larger ones, with more calls for each part. */
const AT_ONCE = 1_500

interface Span {
  readonly sheet: string
  readonly column: number
  readonly byRow: ByRow
  readonly first: number
  readonly count: number
}

/** A cell that is to be changed, as it is now. */
interface Found {
  readonly change: CellChange
  readonly row: number
  readonly value: Cell
  readonly isFormula: boolean
  readonly format: string
  readonly isLocked: boolean
  readonly mayFormat: boolean
}

interface Write {
  readonly value: Filled
  /** Before and after the value is put; nothing where the cell's own format suits. */
  readonly formats: readonly [before: string, after: string] | undefined
  readonly back: CellChange
}

async function columnsOf(
  changes: readonly CellChange[],
  onGone: () => void,
): Promise<{ sheet: string; column: number; byRow: ByRow }[]> {
  const rows = await findRows(
    changes.map(({ sheet, row, column, key }) => ({ sheet, row, columns: [column], key })),
  )
  const columns = new Map<
    string,
    { sheet: string; column: number; byRow: Map<number, CellChange> }
  >()
  changes.forEach((change, i) => {
    const { sheet, column } = change
    const row = rows[i]
    const name = `${column} ${sheet}`
    const known = columns.get(name) ?? { sheet, column, byRow: new Map<number, CellChange>() }
    // Of two rows with the same key, one of which is gone, the other is not changed twice.
    if (row === undefined || known.byRow.has(row)) return onGone()
    columns.set(name, known)
    known.byRow.set(row, change)
  })
  return [...columns.values()]
}

const rangeOf = (context: Excel.RequestContext, { sheet, first, column, count }: Span) =>
  context.workbook.worksheets.getItem(sheet).getRangeByIndexes(first, column, count, 1)

async function readSpan(
  context: Excel.RequestContext,
  span: Span,
): Promise<{ read: (Found | undefined)[]; bytes: number }> {
  const range = rangeOf(context, span)
  const { protection } = context.workbook.worksheets.getItem(span.sheet)
  range.load('values, formulas, numberFormat')
  range.format.protection.load('locked')
  protection.load('protected, options')
  await context.sync()
  const values: Cell[][] = range.values
  const formulas: Cell[][] = range.formulas
  const formats: unknown[][] = range.numberFormat
  const { protected: isProtected } = protection
  // Null where some are locked and some are not.
  const isLocked = isProtected && range.format.protection.locked !== false
  const mayFormat = !isProtected || protection.options.allowFormatCells === true
  const read = values.map(([value = null], i): Found | undefined => {
    const row = span.first + i
    const change = span.byRow.get(row)
    if (change === undefined) return undefined
    const formula = formulas[i]?.[0]
    // The formula of a cell without one is its value, which may be a text that begins with a sign.
    const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value
    const format = String(formats[i]?.[0] ?? 'General')
    return { change, row, value, isFormula, format, isLocked, mayFormat }
  })
  return { read, bytes: bytesOf([values, formulas, formats]) }
}

/** What to write into a cell, or why it is left alone. */
function decide(cell: Found): Write | Left {
  const { change, row, value, format, isLocked, mayFormat } = cell
  if (cell.isFormula) return 'formula'
  if ((value ?? '') !== (change.was ?? '')) return 'changed'
  if (isLocked) return 'protected'
  const { becomes, numberFormat = format } = change
  const before = formatFor(becomes)
  const isPlain = numberFormat === format && suits(becomes, format)
  if (!isPlain && !mayFormat) return 'protected'
  return {
    value: isApostrophised(becomes) ? `'${becomes}` : becomes,
    formats: isPlain ? undefined : [before, numberFormat],
    back: { ...change, row, was: becomes, becomes: value ?? '', numberFormat: format },
  }
}

/** Under the text format a text stays what it is, and only there. Of a leading apostrophe Excel takes one away. */
const formatFor = (value: Filled): string =>
  typeof value === 'string' && !isApostrophised(value) ? '@' : 'General'

const suits = (value: Filled, format: string): boolean =>
  value === '' || (!isApostrophised(value) && (format === '@') === (typeof value === 'string'))

const isApostrophised = (value: Filled): value is string =>
  typeof value === 'string' && value.startsWith("'")

/** Null leaves a cell as it is. */
function fill(range: Excel.Range, writes: readonly (Write | undefined)[]): void {
  const hasFormats = writes.some((write) => write?.formats !== undefined)
  const formats = (which: 0 | 1) => writes.map((write) => [write?.formats?.[which] ?? null])
  if (hasFormats) range.numberFormat = formats(0)
  range.values = writes.map((write) => [write?.value ?? null])
  if (hasFormats) range.numberFormat = formats(1)
}

/** Rows are known by cells that may have been written too: the way back finds them by what these hold now. */
function withKeysOfNow(back: readonly CellChange[]): CellChange[] {
  const now = new Map(back.map(({ sheet, row, column, was }) => [`${row} ${column} ${sheet}`, was]))
  return back.map((change) => ({
    ...change,
    key: change.key.map(({ column, value }) => ({
      column,
      value: now.get(`${change.row} ${column} ${change.sheet}`) ?? value,
    })),
  }))
}
