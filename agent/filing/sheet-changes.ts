// Documents for the sheets, gathered sheet by sheet: which cells, on which new rows, and what is left out and why.
import type { Cell } from '../../templates/block.ts'
import { LAYOUT } from '../../templates/layout.ts'
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import { done, refuse, type Problem, type Result } from '../../templates/problems/problem.ts'
import type { Reading } from '../../templates/reading/read-workbook.ts'
import { sheetIsOf } from '../../templates/reading/sheet-is-of.ts'
import type { Context, Document, Table } from '../../templates/tables/table.ts'
import type { CellChange } from '../../templates/writing/cell-change.ts'
import {
  appended,
  firstFreeRow,
  rewritten,
  type Target,
} from '../../templates/writing/into-sheet.ts'
import type { SheetChanges, Told } from '../http/outputs/portal.ts'

const FIRST_SHOWN = 10
const TOLD = 100

export interface Writer {
  append(table: Table, named: string, rows: readonly (readonly Cell[])[]): boolean
  rewrite(table: Table, named: string, document: Document, wire: WireDocument): void
  leave(named: string, problem: Problem): void
  warn(named: string, problem: Problem): void
  changes(): SheetChanges
}

/** `names`: of all sheets of the workbook, empty ones too. */
export function createWriter(reading: Reading, names: readonly string[], context: Context): Writer {
  const changes: CellChange[] = []
  const written: { document: string; sheet: string }[] = []
  const left: Told[] = []
  const warned: Told[] = []
  const newSheets = new Set<string>()
  const targets = new Map<Table, Result<Target>>()
  const nextRow = new Map<Table, number>()

  function targetOf(table: Table): Result<Target> {
    const known = targets.get(table) ?? findTarget(table)
    targets.set(table, known)
    return known
  }

  function findTarget(table: Table): Result<Target> {
    const read = reading.sheets.find((sheet) => sheet.table === table)
    if (read !== undefined) return done(read)
    const unread = reading.notRead.find(({ sheet }) => sheetIsOf(sheet, table))
    if (unread !== undefined) return { ok: false, problem: unread.problem }
    const there = names.find((name) => sheetIsOf(name, table))
    return there === undefined
      ? done(templateSheet(table))
      : refuse('sheet-without-header', { sheet: there, table: table.id })
  }

  function write(
    table: Table,
    named: string,
    cellsAt: (target: Target, row: number) => Result<{ changes: CellChange[]; rowsAdded: number }>,
  ): boolean {
    const target = targetOf(table)
    if (!target.ok) {
      left.push({ document: named, problem: target.problem })
      return false
    }
    const row = nextRow.get(table) ?? firstFreeRow(target.value)
    const cells = cellsAt(target.value, row)
    if (!cells.ok) {
      left.push({ document: named, problem: cells.problem })
      return false
    }
    const { sheet } = target.value.rows
    changes.push(...cells.value.changes)
    written.push({ document: named, sheet })
    nextRow.set(table, row + cells.value.rowsAdded)
    if (!names.includes(sheet)) newSheets.add(sheet)
    return true
  }

  return {
    append: (table, named, rows) =>
      write(table, named, (target, row) => {
        const cells = appended(target, row, rows)
        return cells.ok ? done({ changes: cells.value, rowsAdded: rows.length }) : cells
      }),
    rewrite(table, named, document, wire) {
      write(table, named, (target, row) => rewritten(target, document, wire, context, row))
    },
    leave: (document, problem) => void left.push({ document, problem }),
    warn: (document, problem) => void warned.push({ document, problem }),
    changes: () => ({
      newSheets: [...newSheets],
      changes,
      documents: written.length,
      first: written.slice(0, FIRST_SHOWN),
      left: left.slice(0, TOLD),
      leftCount: left.length,
      warned: warned.slice(0, TOLD),
      warnedCount: warned.length,
    }),
  }
}

/** A sheet as it will be once it is added from the template. */
const templateSheet = (table: Table): Target => ({
  table,
  rows: { sheet: table.sheets[0] ?? table.id, hidden: false, hiddenRows: 0, blocks: [] },
  header: {
    row: LAYOUT.header,
    columns: table.columns.map((column, index) => ({ column, index, kind: column.kind })),
    missing: [],
    repeated: [],
    unknown: [],
    status: undefined,
  },
})
