// One sheet of a table while it is read, and how a problem on it is told.
import type { RowCells } from '../block.ts'
import type { Facts, Problem, Severity } from '../problems/problem.ts'
import type { Table } from '../tables/table.ts'
import type { Header } from './header.ts'
import { rowCells, type SheetRows } from './sheet-rows.ts'

/** What a reading is made from. */
export interface Sheet {
  readonly rows: SheetRows
  readonly table: Table
  readonly header: Header
  readonly problems: Problem[]
}

/** Tells a problem of some rows; `columns` are the names of those that turn red. */
export type Tell = (
  severity: Severity,
  code: string,
  rows: readonly number[],
  columns: readonly string[],
  facts: Facts,
) => void

export function tellerOf(sheet: Sheet): Tell {
  const cellsOf = cellFinder(sheet)
  const headers = new Map(sheet.table.columns.map(({ name, header }) => [name, header]))
  return (severity, code, at, columns, facts) => {
    const [name = ''] = columns
    const column = columns.length === 1 ? headers.get(name) : undefined
    const cells = cellsOf(at, columns)
    const problem: Problem = { code, severity, source: 'check', cells, facts }
    sheet.problems.push(column === undefined ? problem : { ...problem, column })
  }
}

/** Gives the cells of some rows under columns of these names. */
export function cellFinder({ rows, table, header }: Sheet) {
  const indexOf = new Map(header.columns.map(({ column, index }) => [column.name, index]))
  const keys = [...table.key, table.line?.column ?? ''].flatMap((name) => indexOf.get(name) ?? [])
  return (at: readonly number[], columns: readonly string[]): RowCells[] => {
    const marked = columns.flatMap((name) => indexOf.get(name) ?? [])
    return at.map((row) => rowCells(rows, row, marked, keys))
  }
}
