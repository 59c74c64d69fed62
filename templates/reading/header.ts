// Finds a table's header row by its texts, wherever it stands, and maps the columns.
import type { Cell } from '../block.ts'
import { fold, textOf, type Kind } from '../columns/kind.ts'
import { STATUS_HEADER } from '../status-column.ts'
import type { Column, Table } from '../tables/table.ts'
import { eachRow, isBlank, type SheetRows } from './sheet-rows.ts'

export interface ColumnAt {
  readonly column: Column
  /** Column of the sheet, from 0. */
  readonly index: number
  /** How the cells below are read: as all of them together want it. */
  readonly kind: Kind
}

export interface Header {
  readonly row: number
  /** In the table's order. */
  readonly columns: readonly ColumnAt[]
  /** Columns that must be there and that no header cell names. */
  readonly missing: readonly Column[]
  /** Headers that stand over two columns: which of them holds is unclear. */
  readonly repeated: readonly Column[]
  /** Texts of the row that name no column of the table: what stands below them is not read. */
  readonly unknown: readonly string[]
  /** Where the add-in's own status column stands. */
  readonly status: number | undefined
}

/** Titles, totals and remarks stand above the header; it is looked for among the first rows with content. */
const ROWS_TO_SEARCH = 30

/**
 * The first row that names every column that must be there, else the one that names most columns; undefined where none
 * names half of the former.
 */
export function findHeader(rows: SheetRows, table: Table): Header | undefined {
  const names = headerNames(table)
  const required = table.columns.filter(mustStand)
  let best: Header | undefined
  let searched = 0
  eachRow(rows, (row, cells, block) => {
    const header = match(row, cells, block.firstColumn, names, table)
    const found = required.length - header.missing.length
    if (found * 2 >= required.length && header.columns.length > (best?.columns.length ?? 0)) {
      best = header
    }
    searched += 1
    return searched < ROWS_TO_SEARCH && best?.missing.length !== 0
  })
  return best
}

/** Whether a row repeats the header (pasted twice): most of its mapped cells are header texts. */
export function repeatsHeader(
  cells: readonly Cell[],
  firstColumn: number,
  header: Header,
  table: Table,
): boolean {
  const { columns } = header
  const names = headerNames(table)
  const isText = (cell: Cell | undefined): cell is string => typeof cell === 'string' && cell !== ''
  // Folding a text costs more than reading it: a row of data is left once too few of its texts can be headers.
  let hits = 0
  for (let i = 0; i < columns.length; i += 1)
    if (isText(cells[(columns[i]?.index ?? -1) - firstColumn])) hits += 1
  for (const { column, index } of columns) {
    if (hits * 2 <= columns.length) return false
    const cell = cells[index - firstColumn]
    if (isText(cell) && names.get(fold(cell)) !== column) hits -= 1
  }
  return hits * 2 > columns.length
}

const cache = new WeakMap<Table, Map<string, Column>>()

function headerNames(table: Table): Map<string, Column> {
  const known = cache.get(table)
  if (known) return known
  const names = new Map<string, Column>()
  for (const column of table.columns) {
    for (const text of [column.header, ...(column.aliases ?? [])]) names.set(fold(text), column)
  }
  cache.set(table, names)
  return names
}

function match(
  row: number,
  cells: readonly Cell[],
  firstColumn: number,
  names: Map<string, Column>,
  table: Table,
): Header {
  const at = new Map<Column, number>()
  const repeated = new Set<Column>()
  const unknown: string[] = []
  let status: number | undefined
  cells.forEach((cell, i) => {
    const column = typeof cell === 'string' ? names.get(fold(cell)) : undefined
    if (column === undefined) {
      if (cell === STATUS_HEADER) status = firstColumn + i
      else if (!isBlank(cell)) unknown.push(textOf(cell))
    } else if (at.has(column)) repeated.add(column)
    else at.set(column, firstColumn + i)
  })
  const columns: ColumnAt[] = []
  for (const column of table.columns) {
    const index = at.get(column)
    if (index !== undefined) columns.push({ column, index, kind: column.kind })
  }
  return {
    row,
    columns,
    missing: table.columns.filter((column) => mustStand(column) && !at.has(column)),
    repeated: [...repeated],
    unknown,
    status,
  }
}

/** Without its header a column would be read as blank, and what stands in it lost. */
const mustStand = ({ need }: Column): boolean => need === 'required' || need === 'header'
