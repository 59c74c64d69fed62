// One row of cells → values by column, each cell read by its kind.
import type { Block, Cell } from '../block.ts'
import { isErrorText, textOf, type Report, type Value } from '../columns/kind.ts'
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
  const absent = table.columns.filter(
    (column) => !header.columns.some((mapped) => mapped.column === column),
  )
  const report = reporter(context, tell)

  return (row, cells, block) => {
    const fields: Fields = {}
    const line: Fields = {}
    const put = (column: Column, value: Value | undefined) => {
      if (value !== undefined) (column.level === 'line' ? line : fields)[column.name] = value
    }
    report.start(row)
    for (const { column, index } of header.columns) {
      report.column = column.name
      const cell = cells[index - block.firstColumn] ?? ''
      if (!isBlank(cell)) put(column, valueOf(column, cell, formatOf(block, row, index)))
      else if (column.need !== 'required') put(column, column.fallback)
      else report.error('cell-missing', { column: column.header })
    }
    for (const column of absent) put(column, column.fallback)
    return { fields, line, good: !report.failed }
  }

  function valueOf(column: Column, cell: Cell, format: string): Value | undefined {
    if (column.need === 'blank') {
      report.warning('column-not-sent', { column: column.header, found: textOf(cell) })
      return undefined
    }
    if (!isErrorText(cell)) return column.kind.read(cell, format, report)
    // A name that was not found elsewhere in the workbook holds back no invoice.
    if (column.sheetOnly) return undefined
    const code = cell === '#UNCALCULATED!' ? 'cell-not-calculated' : 'cell-error'
    return report.error(code, { column: column.header, found: cell })
  }
}

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
