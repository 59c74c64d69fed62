// Check: blocks of cells → what each sheet gave, and every problem, for a pane or a terminal.
import type { Block, RowCells } from '../../templates/block.ts'
import { addAmountsIn, noAmounts, type Amounts } from '../../templates/payload/wire-document.ts'
import { countCauses } from '../../templates/problems/cause.ts'
import { refuse, type Problem } from '../../templates/problems/problem.ts'
import type { SheetReading } from '../../templates/reading/read-sheet.ts'
import { readWorkbook, unreadSheets, type Reading } from '../../templates/reading/read-workbook.ts'
import { anotherMonth } from '../../templates/rules/another-month.ts'
import { iffLimit } from '../../templates/rules/iff-limit.ts'
import { missingTables } from '../../templates/rules/missing-tables.ts'
import { threeYears } from '../../templates/rules/three-years.ts'
import type { Context } from '../../templates/tables/table.ts'
import type { CheckReport } from '../http/outputs/check.ts'
import { documentFinder } from './document-finder.ts'

/** A pane lists no more; the count tells the rest. */
const PROBLEMS_SHOWN = 2000

export interface Checked {
  readonly reading: Reading
  readonly report: CheckReport
}

/**
 * `today` is the day in India, `YYYY-MM-DD`; whoever files nothing need not say it. `isWhole`: the blocks are a workbook,
 * not one sheet of a return whose others are elsewhere.
 */
export function check(
  blocks: readonly Block[],
  context: Context,
  today?: string,
  isWhole = true,
): Checked {
  const reading = readWorkbook(blocks, context)
  const { period, taxpayer } = context
  const ofReturn = [
    today === undefined ? undefined : threeYears(period, taxpayer.filing, today),
    anotherMonth(reading.sheets, period),
    ...(isWhole ? missingTables(reading, context) : []),
    iffLimit(reading.sheets, context),
  ].filter((problem) => problem !== undefined)
  const sheets = reading.sheets.map((sheet) => {
    const totals = noAmounts()
    for (const document of sheet.documents) addAmountsIn(document, totals)
    return { ...sheet, totals }
  })
  return { reading, report: reportOf(reading, sheets, ofReturn) }
}

function reportOf(
  reading: Reading,
  sheets: readonly (SheetReading & { readonly totals: Amounts })[],
  ofReturn: readonly Problem[],
): CheckReport {
  // Sheets that keep each other from being read share one problem.
  const ofSheets = new Set(reading.notRead.map(({ problem }) => problem))
  const problems = [
    ...ofReturn,
    ...(hasNoTable(reading) ? [refuse('workbook-empty').problem] : []),
    ...[...ofSheets].filter(({ severity }) => severity === 'error'),
    ...reading.sheets.flatMap((sheet) => sheet.problems),
  ].sort(bySeverityAndPlace)
  const documentOf = documentFinder(reading, problems)
  return {
    sheets: sheets.map(({ rows, table, counts, documents: read, totals }) => ({
      sheet: rows.sheet,
      table: table.id,
      rows: counts,
      documents: read.length,
      hiddenRows: rows.hiddenRows,
      hidden: rows.hidden,
      totals,
    })),
    notRead: reading.notRead,
    problems: problems.slice(0, PROBLEMS_SHOWN).map((problem) => {
      const { cells } = problem
      // What tells of sheets stays the very problem that `notRead` has.
      if (cells.length === 0) return problem
      return { ...problem, cells: cells.map((row) => withDocument(row, documentOf(row))) }
    }),
    problemCount: problems.length,
    causes: countCauses(problems, documentOf),
  }
}

/** No sheet is a table of the return; one that is and cannot be read says so itself. */
export const hasNoTable = ({ sheets, notRead }: Reading): boolean =>
  sheets.length === 0 && unreadSheets({ notRead }).length === 0

const withDocument = (cells: RowCells, document: string | undefined): RowCells =>
  document === undefined ? cells : { ...cells, document }

const RANK = { error: 0, warning: 1, note: 2 }

function bySeverityAndPlace(a: Problem, b: Problem): number {
  const [x, y] = [a.cells[0], b.cells[0]]
  return (
    RANK[a.severity] - RANK[b.severity] ||
    (x?.sheet ?? '').localeCompare(y?.sheet ?? '') ||
    (x?.row ?? 0) - (y?.row ?? 0)
  )
}
