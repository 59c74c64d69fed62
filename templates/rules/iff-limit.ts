// What a quarterly filer furnishes in the first two months of a quarter may come to fifty lakh rupees a month (CGST Rules,
// rule 59(2)). The value of a supply is without its tax; credit notes take off.
import { monthOf } from '../identifiers.ts'
import { addAmountsIn, noAmounts } from '../payload/wire-document.ts'
import { problemOf, type Problem } from '../problems/problem.ts'
import type { SheetReading } from '../reading/read-sheet.ts'
import type { Context } from '../tables/table.ts'
import { isIff } from '../tables/tables.ts'

/** In paise. */
const LIMIT = 50_00_000_00

/** A warning, since the portal decides. Of an amendment only the difference counts, and no sheet has that. */
export function iffLimit(
  readings: readonly SheetReading[],
  { period, taxpayer }: Context,
): Problem | undefined {
  if (!isIff(period, taxpayer.filing)) return undefined
  const total = noAmounts()
  for (const { table, documents } of readings) {
    if (table.amends !== undefined) continue
    for (const document of documents) addAmountsIn(document, total)
  }
  if (total.txval <= LIMIT) return undefined
  const facts = { month: monthOf(period), total: total.txval, limit: LIMIT }
  return problemOf('warning', 'iff-over-limit', facts)
}
