// Check: blocks of cells → what each sheet gave, and every problem, for a pane or a terminal.
import type { Block } from '../../templates/block.ts'
import { addAmounts, amountsOf, NO_AMOUNTS, toWire } from '../../templates/payload/wire-document.ts'
import type { Problem } from '../../templates/problems/problem.ts'
import { readWorkbook, type Reading } from '../../templates/reading/read-workbook.ts'
import type { Context } from '../../templates/tables/table.ts'
import type { CheckReport } from '../http/contract.ts'

/** A pane lists no more; the count tells the rest. */
const PROBLEMS_SHOWN = 2000

export function check(
  blocks: readonly Block[],
  context: Context,
): { reading: Reading; report: CheckReport } {
  const reading = readWorkbook(blocks, context)
  return { reading, report: reportOf(reading) }
}

export function reportOf(reading: Reading): CheckReport {
  const problems = [
    ...reading.notRead.map(({ problem }) => problem).filter(({ severity }) => severity === 'error'),
    ...reading.sheets.flatMap((sheet) => sheet.problems),
  ].sort(bySeverityAndPlace)
  return {
    sheets: reading.sheets.map(({ rows, table, counts, documents }) => ({
      sheet: rows.sheet,
      table: table.id,
      rows: counts,
      documents: documents.length,
      hiddenRows: rows.hiddenRows,
      hidden: rows.hidden,
      totals: documents.reduce(
        (sum, document) => addAmounts(sum, amountsOf(table, toWire(document))),
        NO_AMOUNTS,
      ),
    })),
    notRead: reading.notRead,
    problems: problems.slice(0, PROBLEMS_SHOWN),
    problemCount: problems.length,
  }
}

const RANK = { error: 0, warning: 1, note: 2 }

function bySeverityAndPlace(a: Problem, b: Problem): number {
  const [x, y] = [a.cells[0], b.cells[0]]
  return (
    RANK[a.severity] - RANK[b.severity] ||
    (x?.sheet ?? '').localeCompare(y?.sheet ?? '') ||
    (x?.row ?? 0) - (y?.row ?? 0)
  )
}
