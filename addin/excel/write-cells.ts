// Puts other values into cells, only where they still hold what was seen, and knows how to put everything back.
//
// A cell takes the very value that is meant: Excel would make a number of the text `1,180` and a text of the number 18
// under the wrong format. So a cell is first formatted for the value, then filled, then given the format it is to have.
import type { Cell } from '../../templates/block.ts'
import type { CellChange } from '../../templates/writing/cell-change.ts'
import { findRows } from './find-rows.ts'
import { inOneUndoStep, unheard } from './in-excel.ts'
import { AT_ONCE, bytesOf, inPieces, type Piece } from './pieces.ts'

type Filled = Exclude<Cell, null>

export interface WriteReport {
  readonly written: number
  /** What takes it all back, in the same way: values and formats, where a cell still holds what was written. */
  readonly back: readonly CellChange[]
  /** What is still to be written: cells that were left alone, and those that Excel stopped at or before. */
  readonly unwritten: readonly CellChange[]
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

/** `unheard`: whoever follows edits is not told, since everything is checked again anyway. */
export async function writeCells(
  changes: readonly CellChange[],
  how: 'heard' | 'unheard' = 'heard',
): Promise<WriteReport> {
  let gone = 0
  const places = await columnsOf(changes, () => (gone += 1))
  // A batch that is tried again knows by these what it did before.
  const backs = new Map<CellChange, CellChange>()
  const outcomes = new Map<CellChange, 'written' | Left>()
  const report = (): WriteReport => {
    const counts = { written: 0, changed: 0, formula: 0, protected: 0, gone }
    const protectedSheets = new Set<string>()
    for (const [{ sheet }, outcome] of outcomes) {
      counts[outcome] += 1
      if (outcome === 'protected') protectedSheets.add(sheet)
    }
    const { written, ...left } = counts
    const isWritten = (change: CellChange): boolean => outcomes.get(change) === 'written'
    const unwritten = changes.filter((change) => !isWritten(change))
    const back = [...backs.values()]
    return {
      written,
      back: withKeysOfNow(back, back, ({ was }) => was),
      unwritten: withKeysOfNow(unwritten, changes.filter(isWritten), ({ becomes }) => becomes),
      left,
      protectedSheets: [...protectedSheets],
    }
  }
  try {
    await inOneUndoStep((context) =>
      how === 'heard' ? writeAll(context) : unheard(context, () => writeAll(context)),
    )
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
      for await (const writes of inPieces({ rows, columns: READ_OF_A_CELL }, write)) {
        for (const { change } of writes) outcomes.set(change, 'written')
      }
    }
  }

  async function writePiece(context: Excel.RequestContext, span: Span): Promise<Piece<Write[]>> {
    const { read, bytes } = await readSpan(context, span)
    const cells = read.map((cell) => cell && writeOf(cell))
    const writes = cells.filter((write) => write !== undefined)
    if (writes.length > 0) {
      for (let from = 0; from < cells.length; from += AT_ONCE) {
        const part = cells.slice(from, from + AT_ONCE)
        if (part.every((write) => write === undefined)) continue
        fill(rangeOf(context, { ...span, first: span.first + from, count: part.length }), part)
      }
      await context.sync()
    }
    return { content: writes, bytes }
  }

  /** Its way back is remembered before it is sent: of a batch that fails, a part may be done. */
  function writeOf(cell: Found): Write | undefined {
    const { change } = cell
    const what = decide(cell, backs.get(change))
    if (typeof what === 'object') {
      backs.set(change, what.back)
      return what
    }
    backs.delete(change)
    outcomes.set(change, what)
    return undefined
  }
}

/** Values, formulas and formats are read of every cell. */
const READ_OF_A_CELL = 3

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
  readonly change: CellChange
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

/** What to write into a cell, or why it is left alone. `written` is the way back of an earlier try, which may be done. */
function decide(cell: Found, written: CellChange | undefined): Write | Left {
  const { change, row, value, isLocked, mayFormat } = cell
  const holds = (seen: Cell): boolean => (value ?? '') === (seen ?? '')
  if (cell.isFormula) return 'formula'
  if (!holds(change.was) && !(written && holds(written.was))) return 'changed'
  if (isLocked) return 'protected'
  const format = written?.numberFormat ?? cell.format
  const { becomes, numberFormat = format } = change
  const before = formatFor(becomes)
  const isPlain = numberFormat === format && suits(becomes, format)
  if (!isPlain && !mayFormat) return 'protected'
  return {
    change,
    value: isApostrophised(becomes) ? `'${becomes}` : becomes,
    formats: isPlain ? undefined : [before, numberFormat],
    back: written ?? { ...change, row, was: becomes, becomes: value ?? '', numberFormat: format },
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

/** Rows are known by cells that may have been written too: they are found by what these hold now. */
function withKeysOfNow(
  changes: readonly CellChange[],
  written: readonly CellChange[],
  holds: (change: CellChange) => Cell,
): CellChange[] {
  const place = ({ sheet, row, column }: Pick<CellChange, 'sheet' | 'row' | 'column'>): string =>
    `${row} ${column} ${sheet}`
  const now = new Map(written.map((change) => [place(change), holds(change)]))
  return changes.map((change) => ({
    ...change,
    key: change.key.map(({ column, value }) => ({
      column,
      value: now.get(place({ ...change, column })) ?? value,
    })),
  }))
}
