// Documents of the portal → cells of a sheet that is there already: changed where they differ, appended where they are new.
// Only columns of the table are written, so names, notes and columns of the user's own stay as they are.
import type { Cell } from '../block.ts'
import { columnsDiffering } from '../payload/same-document.ts'
import { fromWire, toWire, type WireDocument } from '../payload/wire-document.ts'
import { done, refuse, type Result } from '../problems/problem.ts'
import type { ColumnAt, Header } from '../reading/header.ts'
import { cellAt, formatOf, isBlank, rowCells, type SheetRows } from '../reading/sheet-rows.ts'
import type { Column, Context, Document, Fields, Table } from '../tables/table.ts'
import type { CellChange } from './cell-change.ts'
import { rowsOfWire } from './wire-rows.ts'

/** A sheet as it was read; one that is still to be added has the template's header and no rows. */
export interface Target {
  readonly rows: SheetRows
  readonly table: Table
  readonly header: Header
}

/** Where rows are appended: below everything that stands on the sheet. */
export function firstFreeRow({ rows, header }: Target): number {
  const last = rows.blocks.map(({ firstRow, values }) => {
    const filled = values.findLastIndex((cells) => !cells.every(isBlank))
    return filled < 0 ? header.row : firstRow + filled
  })
  return Math.max(header.row, ...last) + 1
}

/**
 * The cells of new rows, from `row` on; `cells` as the table's columns stand. Refuses `column-not-in-sheet` where the
 * sheet has no column for something that must be told.
 */
export function appended(
  target: Target,
  row: number,
  cells: readonly (readonly Cell[])[],
): Result<CellChange[]> {
  const { table, rows, header } = target
  const lost = lostColumn(target, cells)
  if (lost !== undefined) return notInSheet(target, lost)
  const formats = new Map(header.columns.map((at) => [at, formatBelow(target, at, row)]))
  return done(
    cells.flatMap((line, i) =>
      header.columns.flatMap((at): CellChange[] => {
        const becomes = line[table.columns.indexOf(at.column)] ?? null
        if (becomes === null || becomes === '') return []
        const place = { sheet: rows.sheet, row: row + i, column: at.index, key: [] }
        return [{ ...place, was: '', becomes, numberFormat: formats.get(at) ?? 'General' }]
      }),
    ),
  )
}

/** A column with something in it that the sheet does not have; what a missing column stands for need not be written. */
function lostColumn(
  { table, header }: Target,
  cells: readonly (readonly Cell[])[],
): Column | undefined {
  const there = new Set(header.columns.map(({ column }) => column))
  return table.columns.find(
    (column, i) =>
      !there.has(column) &&
      cells.some((line) => {
        const cell = line[i] ?? null
        return cell !== null && cell !== '' && cell !== fallbackOf(column)
      }),
  )
}

const fallbackOf = ({ fallback, kind }: Column): Cell | undefined =>
  fallback === undefined ? undefined : kind.write(fallback)

const notInSheet = ({ rows }: Target, { header }: Column) =>
  refuse('column-not-in-sheet', { sheet: rows.sheet, column: header })

/** As the user formatted the numbers of the column; texts are kept from being taken for numbers or dates. */
function formatBelow({ rows }: Target, { column: { kind }, index }: ColumnAt, row: number): string {
  if (kind.numberFormat === '@') return '@'
  const above = cellAt(rows, row - 1, index)
  const block = rows.blocks.findLast(({ firstRow }) => firstRow < row)
  const own = block === undefined ? 'General' : formatOf(block, row - 1, index)
  return typeof above === 'number' && own !== 'General' ? own : kind.numberFormat
}

/**
 * What makes a document of the sheet say what the portal's says: the cells that differ, on each of its rows. A line that
 * only the portal has gets a row at `row`, with the document's other cells as they stand on its first; one that only the
 * sheet has is emptied. Refuses `column-not-in-sheet`, `rows-add-up` where several rows are one line, and
 * `difference-not-in-cells` where only a tax differs that the sheet works out, or a value that the portal does not carry.
 */
export function rewritten(
  target: Target,
  document: Document,
  wire: WireDocument,
  context: Context,
  row: number,
): Result<{ changes: CellChange[]; rowsAdded: number }> {
  const { table, rows, header } = target
  const { lines, rows: own } = document
  if (own.length !== lines.length) {
    return refuse('rows-add-up', { count: own.length, row: (own[0] ?? 0) + 1 })
  }
  const there = fromWire(table, wire)
  const cells = rowsOfWire(table, wire, context)
  const changes: CellChange[] = []
  const indexOf = new Map(header.columns.map(({ column, index }) => [column, index]))

  /** The column of a difference that the sheet has no place for. */
  let lost: Column | undefined
  const write = (column: Column, at: number, becomes: Cell): void => {
    const index = indexOf.get(column)
    if (becomes === null && column.need === 'required') return
    if (index === undefined) lost ??= column
    else changes.push(change(target, column, { row: at, index, becomes }))
  }

  const { pairs, onlyThere, onlyHere } = pairsOf(table, lines, there.lines)
  const staying = own.filter((_, line) => !onlyHere.includes(line))
  table.columns.forEach((column, i) => {
    if (column.sheetOnly === true) return
    if (column.level !== 'line') {
      if (isSame(document.fields[column.name], there.fields[column.name])) return
      for (const at of staying) write(column, at, cells[0]?.[i] ?? null)
      return
    }
    for (const [here, other] of pairs) {
      if (isSame(typed(lines[here], column), there.lines[other]?.[column.name])) continue
      write(column, own[here] ?? 0, cells[other]?.[i] ?? null)
    }
  })
  const added = onlyThere.map((line) => withNames(target, own[0] ?? 0, cells[line] ?? []))
  const below = appended(target, row, added)
  if (!below.ok) return below
  if (lost !== undefined) return notInSheet(target, lost)
  const emptied = onlyHere.flatMap((line) =>
    header.columns.flatMap(({ index }): CellChange[] => {
      const at = own[line] ?? 0
      const was = cellAt(rows, at, index)
      const place = { sheet: rows.sheet, row: at, column: index, key: keyAt(target, at) }
      return isBlank(was) ? [] : [{ ...place, was, becomes: '' }]
    }),
  )
  const all = [...changes, ...emptied, ...below.value]
  if (all.length > 0) return done({ changes: all, rowsAdded: added.length })
  const columns = columnsDiffering(table, toWire(document), wire)
  return refuse('difference-not-in-cells', { columns: columns.join(', ') })
}

/** The new line's cells; those that the portal does not carry as on the document's first row. */
function withNames({ table, header, rows }: Target, first: number, cells: readonly Cell[]): Cell[] {
  return table.columns.map((column, i) => {
    const at = header.columns.find((one) => one.column === column)
    const isNamed = column.sheetOnly === true && column.level !== 'line' && at !== undefined
    return isNamed ? cellAt(rows, first, at.index) : (cells[i] ?? null)
  })
}

/** Lines that are one and the same: by what tells them apart first, then those that are left over in their order. */
function pairsOf(table: Table, here: readonly Fields[], there: readonly Fields[]) {
  const teller = table.line?.column
  const pairs: [here: number, there: number][] = []
  const free = new Set(there.keys())
  const alone: number[] = []
  here.forEach((line, i) => {
    const twin = [...free].find((j) => teller !== undefined && there[j]?.[teller] === line[teller])
    if (twin === undefined) alone.push(i)
    else {
      pairs.push([i, twin])
      free.delete(twin)
    }
  })
  const rest = [...free]
  const common = Math.min(alone.length, rest.length)
  for (let i = 0; i < common; i += 1) pairs.push([alone[i] ?? 0, rest[i] ?? 0])
  return { pairs, onlyHere: alone.slice(common), onlyThere: rest.slice(common) }
}

/** The cells by which a row is known from others, as they stand. */
function keyAt({ rows, table, header }: Target, row: number): CellChange['key'] {
  const columns = header.columns
    .filter(({ column }) => table.key.includes(column.name) || column.name === table.line?.column)
    .map(({ index }) => index)
  return rowCells(rows, row, [], columns).key
}

/** What the cell says: where no tax is paid, cess stays typed though it is not sent. */
const typed = (line: Fields = {}, { name }: Column): Fields[string] | undefined =>
  name === 'csamt' ? (line.unsentCess ?? line.csamt) : line[name]

/** Texts say the same in whatever case, as in `sameDocument`. */
const isSame = (a: Fields[string] | undefined, b: Fields[string] | undefined): boolean =>
  a === b || String(a).toUpperCase() === String(b).toUpperCase()

/** The cell keeps its format where that shows the new value for what it is. */
function change(
  target: Target,
  { kind }: Column,
  { row, index, becomes }: { row: number; index: number; becomes: Cell },
): CellChange {
  const { rows } = target
  const was = cellAt(rows, row, index)
  const block = rows.blocks.find(
    ({ firstRow, values }) => row >= firstRow && row < firstRow + values.length,
  )
  const format = block === undefined ? 'General' : formatOf(block, row, index)
  const isText = typeof becomes === 'string'
  const isOtherSort = typeof was !== typeof becomes
  const shows = isText ? kind.numberFormat !== '@' || kind.labels !== undefined : !isOtherSort
  const asPercent = !isText && format.includes('%')
  return {
    sheet: rows.sheet,
    row,
    column: index,
    key: keyAt(target, row),
    was,
    becomes: becomes ?? '',
    ...((!shows || asPercent) && becomes !== null && { numberFormat: kind.numberFormat }),
  }
}
