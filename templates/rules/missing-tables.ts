// From 05/2025 a return with documents needs table 13, and one with documents to registered persons the HSN of these: the
// portal does not take it without. What is there already from other software counts too, so it is a doubt.
import { monthOf } from '../identifiers.ts'
import { problemOf, type Problem } from '../problems/problem.ts'
import type { SheetReading } from '../reading/read-sheet.ts'
import type { Reading } from '../reading/read-workbook.ts'
import { docs } from '../tables/docs.ts'
import { hsnB2b } from '../tables/hsn.ts'
import type { Context, Document, Table } from '../tables/table.ts'
import { tablesOf } from '../tables/tables.ts'
import { TO_REGISTERED } from './hsn-totals.ts'

const MANDATORY_FROM = '2025-05'

/** Of the whole return. A sheet that is there and cannot be read is not missing. */
export function missingTables(reading: Reading, { period, taxpayer }: Context): Problem[] {
  if (monthOf(period) < MANDATORY_FROM) return []
  const { sheets, notRead, hsn } = reading
  const tables = tablesOf(period, taxpayer.filing)
  const isMissing = ({ id }: Table) =>
    tables.some((table) => table.id === id) &&
    !sheets.some((sheet) => sheet.table.id === id && hasRows(sheet)) &&
    !notRead.some(({ problem }) => problem.facts.table === id)
  const filled = sheets.filter(hasRows).map(({ table }) => table)
  const issued = filled.some((table) => table !== docs && table.amends === undefined)
  const toRegistered = filled.some(({ id }) => TO_REGISTERED.includes(id))
  // An empty list that was compared has been told of with its totals.
  const told = hsn.some((side) => side.hsn === hsnB2b.id && side.compared !== undefined)
  return [
    ...(issued && isMissing(docs) ? [problemOf('warning', 'docs-missing')] : []),
    ...(toRegistered && !told && isMissing(hsnB2b) ? [problemOf('warning', 'hsn-missing')] : []),
  ]
}

/** Rows that say something: table 8 is often nothing but zeros. */
const hasRows = ({ documents, held }: SheetReading): boolean =>
  held.length > 0 || documents.some(saysSomething)

const saysSomething = ({ lines }: Document): boolean =>
  lines.some((line) =>
    Object.values(line).some((value) => typeof value === 'number' && value !== 0),
  )
