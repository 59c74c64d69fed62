// Sheets against portal, document by document: what only one side has, and what differs in which column.
import { formatRupees } from '../../templates/money.ts'
import { amountsOf, type WireDocument } from '../../templates/payload/wire-document.ts'
import type { Document, Table } from '../../templates/tables/table.ts'
import type { SheetReading } from '../../templates/reading/read-sheet.ts'
import { unreadSheets, type Reading } from '../../templates/reading/read-workbook.ts'
import { sheetIsOf } from '../../templates/reading/sheet-is-of.ts'
import { rowCells } from '../../templates/reading/sheet-rows.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import type { ReconciledRow, Reconciliation } from '../http/outputs/portal.ts'
import { differencesOf, type DocumentDifference } from '../return-file/differences.ts'
import { idOf, mayBe } from './plan.ts'
import { wireOf } from './snapshot.ts'

/** A pane lists no more. */
const ROWS_SHOWN = 20_000

/** A document that is not the same on both sides, and where it stands. */
export interface Compared {
  readonly difference: DocumentDifference
  readonly kind: ReconciledRow['kind']
  readonly table: Table
  readonly ours?: WireDocument
  readonly theirs?: WireDocument
  /** The sheet of its table, and the document as it was read from there. */
  readonly sheet?: SheetReading
  readonly document?: Document
  /** The first of its rows. */
  readonly row?: number
}

/** What is compared: of these sections, without the tables whose sheet could not be read. */
function comparable(reading: Reading, sections: ReadonlySet<string>) {
  const unread = unreadSheets(reading)
  const tables = new Set(
    TABLES.filter((table) => !unread.some(({ sheet }) => sheetIsOf(sheet, table))).map(
      ({ id }) => id,
    ),
  )
  return ({ section, table }: WireDocument): boolean => sections.has(section) && tables.has(table)
}

export function compared(
  reading: Reading,
  portal: readonly WireDocument[],
  sections: ReadonlySet<string>,
): { readonly all: readonly Compared[]; readonly same: ReadonlyMap<string, number> } {
  const isCompared = comparable(reading, sections)
  const [ours, theirs] = [wireOf(reading).filter(isCompared), portal.filter(isCompared)]
  const found = differencesOf(ours, theirs)
  const oursById = new Map(ours.map((one) => [idOf(one), one]))
  const theirsById = new Map(theirs.map((one) => [idOf(one), one]))
  const read = new Map(
    reading.sheets.flatMap((sheet) =>
      sheet.documents.map((document) => [
        idOf({ table: sheet.table.id, key: document.key }),
        document,
      ]),
    ),
  )
  const all = found.differences.flatMap((difference): Compared[] => {
    const table = TABLES.find(({ id }) => id === difference.table)
    if (table === undefined) return []
    const id = idOf(difference)
    const sheet = reading.sheets.find((one) => one.table === table)
    const [a, b] = [oursById.get(id), theirsById.get(id)]
    const document = read.get(id)
    const held =
      difference.kind === 'only-b'
        ? sheet?.held.find((one) => mayBe(one, difference.key))
        : undefined
    const row = document?.rows[0] ?? held?.row
    return [
      {
        difference,
        kind: held === undefined ? KINDS[difference.kind] : 'held-back',
        table,
        ...(a !== undefined && { ours: a }),
        ...(b !== undefined && { theirs: b }),
        ...(sheet !== undefined && { sheet }),
        ...(document !== undefined && { document }),
        ...(row !== undefined && { row }),
      },
    ]
  })
  return { all, same: new Map(found.sections.map(({ section, same }) => [section, same])) }
}

const KINDS = { 'only-a': 'only-here', 'only-b': 'only-there', different: 'different' } as const

export function reconciliationOf(
  reading: Reading,
  portal: readonly WireDocument[],
  sections: readonly string[],
): Reconciliation {
  const { all, same } = compared(reading, portal, new Set(sections))
  const bySection = Map.groupBy(all, ({ difference }) => difference.section)
  return {
    sections: sections
      .filter((section) => same.has(section))
      .map((section) => {
        const count = (kind: ReconciledRow['kind']) =>
          (bySection.get(section) ?? []).filter((one) => one.kind === kind).length
        return {
          section,
          same: same.get(section) ?? 0,
          different: count('different'),
          'only-here': count('only-here'),
          'only-there': count('only-there'),
          'held-back': count('held-back'),
        }
      }),
    rows: all.slice(0, ROWS_SHOWN).map(rowOf),
    notRead: unreadSheets(reading),
  }
}

function rowOf({ difference, kind, table, ours, theirs, sheet, row }: Compared): ReconciledRow {
  const { section, document, columns } = difference
  const keys = sheet?.header.columns
    .filter(({ column }) => table.key.includes(column.name))
    .map(({ index }) => index)
  return {
    id: idOf(difference),
    kind,
    section,
    document,
    ...(ours !== undefined && { ours: amountsOf(table, ours) }),
    ...(theirs !== undefined && { theirs: amountsOf(table, theirs) }),
    columns: columns.map(({ column, a, b }) => ({
      column,
      ours: shown(table, column, a),
      theirs: shown(table, column, b),
    })),
    ...(sheet !== undefined &&
      row !== undefined &&
      keys !== undefined && { cells: rowCells(sheet.rows, row, keys.slice(-1), keys) }),
  }
}

/** Amounts as people read them: `1,41,600.00`; of several lines each. */
function shown({ columns }: Table, header: string, text: string): string {
  const kind = columns.find((column) => column.header === header)?.kind.name
  if (text === '' || (kind !== 'amount' && kind !== 'signed-amount')) return text
  return text
    .split(', ')
    .map((rupees) => formatRupees(Math.round(Number(rupees) * 100)))
    .join('; ')
}
