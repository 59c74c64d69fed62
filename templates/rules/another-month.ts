// A workbook of one month, read as the return of another: each of its documents tells of its date, and none of them that it
// may be the month that is wrong.
import { monthOf, type Period } from '../identifiers.ts'
import { problemOf, type Problem } from '../problems/problem.ts'
import type { SheetReading } from '../reading/read-sheet.ts'
import { columnOf } from '../tables/table.ts'

/** What the rules of single documents tell of a date outside the period. */
const OUTSIDE: ReadonlySet<string> = new Set([
  'date-after-period',
  'date-before-period',
  'date-over-eighteen-months',
])
/** So few documents of an earlier month are only late. */
const FEWEST = 5

/** Where most documents with a date are of one other month: an error if that is a later one, since none of them can be sent. */
export function anotherMonth(
  readings: readonly SheetReading[],
  period: Period,
): Problem | undefined {
  const dated = readings.filter(({ table }) => columnOf(table, 'date') !== undefined)
  const months = dated.flatMap(({ problems }) =>
    problems.filter(({ code }) => OUTSIDE.has(code)).map(monthIn),
  )
  const [[found = '', same = []] = []] = [...Map.groupBy(months, (month) => month)].sort(
    ([, a], [, b]) => b.length - a.length,
  )
  const all = dated.reduce((sum, { documents }) => sum + documents.length, 0)
  const isLater = found > monthOf(period)
  // Those of a later month are held back, those of an earlier one are among the documents.
  const of = isLater ? all + same.length : all
  if (same.length < FEWEST || same.length * 2 <= of) return undefined
  const facts = { found, month: monthOf(period), count: same.length, of }
  return problemOf(isLater ? 'error' : 'warning', 'dates-of-another-month', facts)
}

const monthIn = ({ facts }: Problem): string => String(facts.date).slice(0, 7)
