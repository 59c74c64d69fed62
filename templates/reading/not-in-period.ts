// A sheet of a table that the return of its period does not take.
import { monthOf } from '../identifiers.ts'
import { refuse, type Problem } from '../problems/problem.ts'
import type { Context, Table } from '../tables/table.ts'
import { tablesOf } from '../tables/tables.ts'

/** `sheet-has-moved` where other sheets of this period take its rows, else `sheet-not-in-period`. */
export function notInPeriod(sheet: string, table: Table, context: Context): Problem {
  const { period, taxpayer } = context
  const month = monthOf(period)
  const others = tablesOf(period, taxpayer.filing).filter(
    (other) => follows(other, table) || follows(table, other),
  )
  if (others.length === 0) {
    return refuse('sheet-not-in-period', { sheet, table: table.id, month }).problem
  }
  const sheets = others.map(({ id, sheets: [name = id] }) => name).join(', ')
  return refuse('sheet-has-moved', { sheet, month, sheets }).problem
}

/** Whether a table has taken the place of an earlier one. */
const follows = (later: Table, earlier: Table): boolean =>
  later.section === earlier.section &&
  later.from !== undefined &&
  earlier.until !== undefined &&
  later.from > earlier.until
