// One row of cells → values by column, each cell read by its kind.
import type { Block, Cell } from '../block.ts'
import { isErrorText, textOf, type Kind, type Report, type Value } from '../columns/kind.ts'
import type { Facts, Severity } from '../problems/problem.ts'
import type { Column, Context, Fields, Table } from '../tables/table.ts'
import type { ColumnAt, Header } from './header.ts'
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
  const mapped = header.columns.map(planOf)
  const ofDocument = mapped.filter(({ isOfLine }) => !isOfLine)
  const absent = table.columns
    .filter((column) => !mapped.some((plan) => plan.column === column))
    .filter(({ fallback }) => fallback !== undefined)
    .map((column) => planOf({ column, index: -1, kind: column.kind }))
  const report = reporter(context, tell)
  const unheard: Report = { context, error: ignore, warning: ignore, note: ignore }
  let current: Block | undefined
  let above: Fields = {}

  return (row, cells, block) => {
    if (block !== current) {
      current = block
      for (const plan of mapped) begin(plan, block)
    }
    report.start(row)
    const isSameDocument = repeats(ofDocument, cells)
    const fields = isSameDocument ? above : {}
    const line: Fields = {}
    for (let i = 0; i < mapped.length; i += 1) {
      const plan = mapped[i]
      if (plan === undefined || (isSameDocument && !plan.isOfLine)) continue
      const cell = cells[plan.at] ?? ''
      const value = cell === plan.seen ? plan.value : readCell(plan, cell, block, row)
      if (value !== undefined) (plan.isOfLine ? line : fields)[plan.name] = value
    }
    for (const { name, isOfLine, fallback } of absent)
      if (fallback !== undefined) (isOfLine ? line : fields)[name] = fallback
    above = fields
    return { fields, line, good: !report.failed }
  }

  /** Remembers what it read, where that was read without a word: the cell below is likely to be the same. */
  function readCell(plan: Plan, cell: Cell, block: Block, row: number): Value | undefined {
    report.column = plan.name
    report.spoke = false
    const value = isBlank(cell) ? blank(plan) : valueOf(plan, cell, block, row)
    plan.seen = report.spoke || plan.format === undefined ? undefined : cell
    plan.value = value
    return value
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
    // What is never sent holds nothing back, and nobody need hear how it was understood.
    const told = column.sheetOnly ? unheard : report
    if (!isErrorText(cell))
      return plan.read(cell, plan.format ?? formatOf(block, row, plan.index), told)
    if (column.sheetOnly) return undefined
    const code = cell === '#UNCALCULATED!' ? 'cell-not-calculated' : 'cell-error'
    return report.error(code, { column: column.header, found: cell })
  }
}

const ignore = () => undefined

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
  /** Where a row of the current block has it. */
  at: number
  /** The number format of the whole column in this block; undefined where cells have their own. */
  format: string | undefined
  /** The last cell that was read without a word, and what it holds; undefined where there was none. */
  seen: Cell | undefined
  value: Value | undefined
}

const planOf = ({ column, index, kind }: ColumnAt): Plan => ({
  column,
  index,
  name: column.name,
  isOfLine: column.level === 'line',
  isSent: column.need !== 'blank',
  fallback: column.fallback,
  read: kind.read,
  at: -1,
  format: undefined,
  seen: undefined,
  value: undefined,
})

function begin(plan: Plan, block: Block): void {
  const formats = block.numberFormat[plan.index - block.firstColumn] ?? 'General'
  plan.at = plan.index - block.firstColumn
  plan.format = typeof formats === 'string' ? formats : undefined
  plan.seen = undefined
}

/** Whether all these cells are the same as in the row above. */
function repeats(plans: readonly Plan[], cells: readonly Cell[]): boolean {
  for (let i = 0; i < plans.length; i += 1) {
    const plan = plans[i]
    if (plan !== undefined && (cells[plan.at] ?? '') !== plan.seen) return false
  }
  return true
}

interface RowReporter extends Report {
  column: string
  /** Whether anything was told of the row as an error; and anything at all of the cell. */
  failed: boolean
  spoke: boolean
  start(row: number): void
}

/** One object for the whole sheet, so that a good cell costs nothing. */
function reporter(context: Context, tell: Tell): RowReporter {
  let row = 0
  const reporter: RowReporter = {
    context,
    column: '',
    failed: false,
    spoke: false,
    start(at) {
      row = at
      reporter.failed = false
    },
    error(code, facts = {}) {
      reporter.failed = true
      say('error', code, facts)
      return undefined
    },
    warning: (code, facts = {}) => say('warning', code, facts),
    note: (code, facts = {}) => say('note', code, facts),
  }
  return reporter

  function say(severity: Severity, code: string, facts: Facts): void {
    reporter.spoke = true
    tell(severity, code, [row], [reporter.column], facts)
  }
}
