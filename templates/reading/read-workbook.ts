// From blocks of cells to documents and problems, sheet by sheet.
import type { Block } from '../block.ts'
import { problemOf, type Problem } from '../problems/problem.ts'
import { hsnAgainstDocuments, type HsnSide } from '../rules/hsn-totals.ts'
import { sameNumberTwice } from '../rules/same-number.ts'
import type { Context, Document, Table } from '../tables/table.ts'
import { TABLES, tablesOf } from '../tables/tables.ts'
import { findHeader } from './header.ts'
import { notInPeriod } from './not-in-period.ts'
import { readSheet, type SheetReading } from './read-sheet.ts'
import { sheetIsOf } from './sheet-is-of.ts'
import { eachRow, sheetsOf, type SheetRows } from './sheet-rows.ts'

export interface Reading {
  readonly sheets: readonly SheetReading[]
  readonly notRead: readonly { readonly sheet: string; readonly problem: Problem }[]
  readonly hsn: readonly HsnSide[]
}

/** The good documents of all sheets. */
export const documentsOf = ({ sheets }: Reading): readonly Document[] =>
  sheets.flatMap(({ documents }) => documents)

/** Sheets that are a table of the return, but could not be read. */
export const unreadSheets = ({ notRead }: Pick<Reading, 'notRead'>): Reading['notRead'] =>
  notRead.filter(({ problem }) => problem.severity === 'error')

/**
 * Reads every sheet that is a table of the period. A sheet that is none, or cannot be read, is named with the reason;
 * its table is then not part of this save, never empty.
 */
export function readWorkbook(
  blocks: readonly Block[],
  context: Context,
  tables: readonly Table[] = tablesOf(context.period, context.taxpayer.filing),
): Reading {
  const sheets: SheetReading[] = []
  const notRead: { sheet: string; problem: Problem }[] = []
  const twice = new Map<Table, Problem>()
  const all = sheetsOf(blocks)
  const tableOf = new Map(all.map((rows) => [rows, tableNamed(rows.sheet, tables)]))

  for (const rows of all) {
    const table = tableOf.get(rows)
    if (table === undefined) {
      notRead.push({ sheet: rows.sheet, problem: sheetOutside(rows, tables, context) })
      continue
    }
    const twins = all.filter((other) => tableOf.get(other) === table)
    if (twins.length > 1) {
      // One problem, however many sheets it keeps from being read.
      const names = twins.map(({ sheet }) => sheet).join(', ')
      const problem =
        twice.get(table) ?? sheetProblem('sheet-twice', { table: table.id, names }).problem
      twice.set(table, problem)
      notRead.push({ sheet: rows.sheet, problem })
      continue
    }
    const header = findHeader(rows, table)
    const named = { sheet: rows.sheet, table: table.id }
    if (header === undefined) {
      notRead.push({ sheet: rows.sheet, ...sheetProblem('sheet-without-header', named) })
    } else if (header.missing.length > 0) {
      const columns = header.missing.map((column) => column.header).join(', ')
      notRead.push({
        sheet: rows.sheet,
        ...sheetProblem('sheet-columns-missing', {
          ...named,
          columns,
          row: header.row + 1,
          others: header.unknown.join(', ') || '–',
        }),
      })
    } else if (header.repeated.length > 0) {
      const columns = header.repeated.map((column) => column.header).join(', ')
      notRead.push({
        sheet: rows.sheet,
        ...sheetProblem('sheet-columns-twice', { ...named, columns, row: header.row + 1 }),
      })
    } else {
      sheets.push(readSheet(rows, table, header, context))
    }
  }
  sameNumberTwice(sheets)
  const read = new Set(sheets.map(({ table }) => table))
  const unread = [...tableOf.values()].flatMap((table) =>
    table === undefined || read.has(table) ? [] : table.id,
  )
  const hsn = hsnAgainstDocuments(sheets, new Set(unread))
  return { sheets, notRead, hsn }
}

const sheetProblem = (code: string, facts: Record<string, string | number>) => ({
  problem: problemOf('error', code, facts),
})

const tableNamed = (name: string, tables: readonly Table[]): Table | undefined =>
  tables.find((table) => sheetIsOf(name, table))

/** Why a sheet is not part of the return. It is worth a warning where rows would be left out. */
function sheetOutside(rows: SheetRows, tables: readonly Table[], context: Context): Problem {
  const { sheet } = rows
  const other = tableNamed(sheet, TABLES)
  if (other) {
    const severity = hasRows(rows, other) ? 'warning' : 'note'
    return { ...notInPeriod(sheet, other, context), severity }
  }
  const like = mostAlike(rows, tables)
  if (like === undefined) return problemOf('note', 'sheet-is-no-table', { sheet })
  const facts = { sheet, table: like.id, name: like.sheets[0] ?? '' }
  return problemOf('warning', 'sheet-named-otherwise', facts)
}

/** The table whose columns a sheet has, and few others. */
function mostAlike(rows: SheetRows, tables: readonly Table[]): Table | undefined {
  const [best] = tables
    .flatMap((table) => {
      const header = findHeader(rows, table)
      if (header === undefined || header.missing.length > 0) return []
      const { columns, unknown } = header
      return unknown.length < columns.length ? [{ table, unknown: unknown.length }] : []
    })
    .toSorted((a, b) => a.unknown - b.unknown)
  return best?.table
}

/** Whether there is content below the header, or, where none is found, below its place in the template (row 4). */
function hasRows(rows: SheetRows, table: Table): boolean {
  const header = findHeader(rows, table)?.row ?? TEMPLATE_HEADER
  let found = false
  eachRow(rows, (row) => {
    found = row > header
    return !found
  })
  return found
}

const TEMPLATE_HEADER = 3
