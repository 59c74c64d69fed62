// Three years after its due date a return can no longer be filed (CGST Act s. 37(5); the portal refuses since 1 November 2025).
// No sheet tells what day it is: whoever has a clock asks.
import { monthOf, type Period } from '../identifiers.ts'
import { problemOf, type Problem } from '../problems/problem.ts'
import type { Taxpayer } from '../taxpayer.ts'

const DAY_MS = 86_400_000
/** How long before the last day it is worth a warning. */
const DAYS_AHEAD = 60

/** The last day (`YYYY-MM-DD`) to file a return. Due are months on the 11th after them, quarters on the 13th. */
export function lastDayToFile(period: Period, filing: Taxpayer['filing']): string {
  const [year = 0, month = 0] = monthOf(period).split('-').map(Number)
  const quarter = Math.ceil(month / 3) * 3
  const due =
    filing === 'quarterly' ? Date.UTC(year + 3, quarter, 13) : Date.UTC(year + 3, month, 11)
  return new Date(due).toISOString().slice(0, 10)
}

/** An error once a return is barred, a warning where it will be before long; `today` is `YYYY-MM-DD`. */
export function threeYears(
  period: Period,
  filing: Taxpayer['filing'],
  today: string,
): Problem | undefined {
  const last = lastDayToFile(period, filing)
  const facts = { month: monthOf(period), last }
  if (today > last) return problemOf('error', 'return-over-three-years', facts)
  const left = (Date.parse(last) - Date.parse(today)) / DAY_MS
  return left > DAYS_AHEAD ? undefined : problemOf('warning', 'return-nears-three-years', facts)
}
