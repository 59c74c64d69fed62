// One row of cells → values by column, each cell read by its kind.
import type { Block, Cell } from '../block.ts'
import { isErrorText, textOf, type Kind, type Report, type Value } from '../columns/kind.ts'
import type { Column, Context, Fields, Table } from '../tables/table.ts'
import type { Header } from './header.ts'
import type { Tell } from './sheet.ts'
import { formatOf, isBlank } from './sheet-rows.ts'

export interface RowValues {
  /** Party and document level. */
  readonly fields: Fields
  readonly line: Fields
  /** False once a cell could not be used. */
  readonly good: boolean
}

export type RowReader = (row: number, cells: readonly Cell[], block: Block) => RowValues

export function rowReader(table: Table, header: Header, context: Context, tell: Tell): RowReader {
  const mapped = header.columns.map(({ column, index }) => planOf(column, index))
  const absent = table.columns
    .filter((column) => !mapped.some((plan) => plan.column === column))
    .filter(({ fallback }) => fallback !== undefined)
    .map((column) => planOf(column, -1))
  const report = reporter(context, tell)

  return (row, cells, block) => {
    const fields: Fields = {}
    const line: Fields = {}
    report.start(row)
    for (let i = 0; i < mapped.length; i += 1) {
      const plan = mapped[i]
      if (plan === undefined) continue
      report.column = plan.name
      const cell = cells[plan.index - block.firstColumn] ?? ''
      const value = isBlank(cell) ? blank(plan) : valueOf(plan, cell, block, row)
      if (value !== undefined) (plan.isOfLine ? line : fields)[plan.name] = value
    }
    for (const { name, isOfLine, fallback } of absent)
      if (fallback !== undefined) (isOfLine ? line : fields)[name] = fallback
    return { fields, line, good: !report.failed }
  }

  function blank({ column, fallback }: Plan): Value | undefined {
    return column.need === 'required'
      ? report.error('cell-missing', { column: column.header })
      : fallback
  }

  function valueOf(plan: Plan, cell: Cell, block: Block, row: number): Value | undefined {
    const { column } = plan
    if (!plan.isSent) {
      report.warning('column-not-sent', { column: column.header, found: textOf(cell) })
      return undefined
    }
    if (!isErrorText(cell)) return plan.read(cell, formatOf(block, row, plan.index), report)
    // A name that was not found elsewhere in the workbook holds back no invoice.
    if (column.sheetOnly) return undefined
    const code = cell === '#UNCALCULATED!' ? 'cell-not-calculated' : 'cell-error'
    return report.error(code, { column: column.header, found: cell })
  }
}

/** What is asked of a column at every cell; columns themselves differ in what they have, and so are slow to ask. */
interface Plan {
  readonly column: Column
  /** Column of the sheet, from 0. */
  readonly index: number
  readonly name: string
  readonly isOfLine: boolean
  readonly isSent: boolean
  readonly fallback: Value | undefined
  readonly read: Kind['read']
}

const planOf = (column: Column, index: number): Plan => ({
  column,
  index,
  name: column.name,
  isOfLine: column.level === 'line',
  isSent: column.need !== 'blank',
  fallback: column.fallback,
  read: column.kind.read,
})

interface RowReporter extends Report {
  column: string
  failed: boolean
  start(row: number): void
}

/** One object for the whole sheet, so that a good cell costs nothing. */
function reporter(context: Context, tell: Tell): RowReporter {
  let row = 0
  const reporter: RowReporter = {
    context,
    column: '',
    failed: false,
    start(at) {
      row = at
      reporter.failed = false
    },
    error(code, facts = {}) {
      reporter.failed = true
      tell('error', code, [row], [reporter.column], facts)
      return undefined
    },
    warning: (code, facts = {}) => tell('warning', code, [row], [reporter.column], facts),
    note: (code, facts = {}) => tell('note', code, [row], [reporter.column], facts),
  }
  return reporter
}
