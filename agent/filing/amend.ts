// Amendments of an earlier return's documents, judged as rows of this return's sheets before any of them is written.
import type { Block, Cell } from '../../templates/block.ts'
import { monthOf, type Period } from '../../templates/identifiers.ts'
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import { refuse, type Problem } from '../../templates/problems/problem.ts'
import { readWorkbook, type Reading } from '../../templates/reading/read-workbook.ts'
import type { Context, Table } from '../../templates/tables/table.ts'
import { TABLES, tablesOf } from '../../templates/tables/tables.ts'
import {
  amendmentOf,
  amendmentsOf,
  originalOf,
  type Amendment,
} from '../../templates/writing/amended-rows.ts'
import { rowsOf } from '../../templates/writing/rows.ts'
import { rowsOfWire } from '../../templates/writing/wire-rows.ts'
import type { Original, SheetChanges } from '../http/outputs/portal.ts'
import { idOf } from './plan.ts'
import { createWriter } from './sheet-changes.ts'
import { nameOfKey, totalOf } from './snapshot.ts'

/** The documents of an earlier return that this one has a table to amend in. */
export function originalsOf(held: readonly WireDocument[], context: Context): Original[] {
  const tables = new Set(amendable(context).map(({ table }) => table.id))
  return held
    .filter(({ table }) => tables.has(table))
    .map((wire) => ({
      id: idOf(wire),
      section: wire.section,
      document: nameOfKey(wire.table, wire.key),
      totals: totalOf([wire]),
    }))
}

/** Tables with the table of the period that amends them. */
function amendable({ period, taxpayer }: Context): { table: Table; amendment: Table }[] {
  const ofPeriod = new Set(tablesOf(period, taxpayer.filing))
  return TABLES.flatMap((table) => {
    const amendment = amendmentOf(table)
    return amendment !== undefined && ofPeriod.has(amendment) ? [{ table, amendment }] : []
  })
}

/** What the amendments are made from and put beside. */
export interface Amending {
  readonly from: Period
  /** What the portal holds of `from`, and ids of those to amend. */
  readonly held: readonly WireDocument[]
  readonly chosen: ReadonlySet<string>
  readonly reading: Reading
  readonly names: readonly string[]
  /** What the portal holds of this return. */
  readonly present: readonly WireDocument[]
  readonly context: Context
}

/** Left out, with the reason: what is amended in this return already, and what a rule refuses. Warnings are told. */
export function amendmentChanges(of: Amending): SheetChanges {
  const { from, held, chosen, reading, names, present, context } = of
  const writer = createWriter(reading, names, context)
  for (const { table, amendment } of amendable(context)) {
    const all = held.filter((wire) => wire.table === table.id)
    const wanted = all.filter((wire) => chosen.has(idOf(wire)))
    if (wanted.length === 0) continue
    const there = amendedAlready(amendment, reading, present, context)
    for (const one of amendmentsOf(table, amendment, wanted, { all, from, context })) {
      const named = one.of.map(({ key }) => nameOfKey(table.id, key)).join('; ')
      const problems = there.has(one.original)
        ? [refuse('amended-already', { document: named, month: monthOf(context.period) }).problem]
        : problemsOf(amendment, one, context)
      const error = problems.find(({ severity }) => severity === 'error')
      if (error !== undefined) writer.leave(named, error)
      else if (writer.append(amendment, named, one.rows)) {
        for (const problem of problems)
          if (problem.severity === 'warning') writer.warn(named, problem)
      }
    }
  }
  return writer.changes()
}

/** What this return amends by now, on its sheet (rows with mistakes too) or on the portal. */
function amendedAlready(
  amendment: Table,
  reading: Reading,
  present: readonly WireDocument[],
  context: Context,
): Set<string> {
  const sheet = reading.sheets.find(({ table }) => table === amendment)
  const read = sheet?.documents ?? []
  const held = (sheet?.held ?? []).map(({ fields }) => ({
    table: amendment,
    key: '',
    fields,
    lines: [{}],
    rows: [],
  }))
  const rows = [
    ...[...read, ...held].map((document) => rowsOf(document)[0]),
    ...present
      .filter(({ table }) => table === amendment.id)
      .map((wire) => rowsOfWire(amendment, wire, context)[0]),
  ]
  return new Set(rows.map((cells) => originalOf(amendment, cells ?? [])))
}

/** What Check would say of the rows, were they alone on their sheet. */
function problemsOf(amendment: Table, { rows }: Amendment, context: Context): Problem[] {
  const values: (readonly Cell[])[] = [amendment.columns.map(({ header }) => header), ...rows]
  const block: Block = {
    sheet: amendment.sheets[0] ?? amendment.id,
    firstRow: 0,
    firstColumn: 0,
    values,
    numberFormat: amendment.columns.map(({ kind }) => kind.numberFormat),
    hiddenRows: 0,
    hiddenSheet: false,
  }
  const { sheets } = readWorkbook([block], context, [amendment])
  return sheets.flatMap(({ problems }) => problems).map((problem) => ({ ...problem, cells: [] }))
}
