// What the sheets held when Save was pressed: enough to lead every verdict back to the cells, and to review the totals.
import type { RowCells } from '../../templates/block.ts'
import { figuresOf, type ReturnFigures } from '../../templates/figures.ts'
import {
  addAmountsOf,
  amountsOf,
  noAmounts,
  toWire,
  type Amounts,
  type WireDocument,
} from '../../templates/payload/wire-document.ts'
import type { HeldRow, SheetReading } from '../../templates/reading/read-sheet.ts'
import { documentsOf, unreadSheets, type Reading } from '../../templates/reading/read-workbook.ts'
import { rowCells } from '../../templates/reading/sheet-rows.ts'
import { entryName, numberColumn, type Role, type Table } from '../../templates/tables/table.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import { idOf } from './plan.ts'

/** Where one sheet's columns stood. */
interface SheetPlace {
  readonly sheet: string
  readonly table: string
  /** Column name → column of the sheet, from 0. */
  readonly columns: Readonly<Record<string, number>>
}

/** A row: number from 0, and the raw values of the sheet's key columns. */
interface RowPlace {
  readonly row: number
  readonly key: RowCells['key']
}

/** Where a document was read, and what it comes to. Snapshots of earlier versions have no amounts. */
interface DocumentPlace {
  /** Index in `sheets`. */
  readonly sheet: number
  readonly rows: readonly RowPlace[]
  readonly amounts?: Amounts
}

export interface Snapshot {
  readonly sheets: readonly SheetPlace[]
  /** By `table key`. */
  readonly places: Readonly<Record<string, DocumentPlace>>
  /** Absent in snapshots of earlier versions. */
  readonly figures?: ReturnFigures | undefined
  readonly totals: Readonly<Record<string, Amounts>>
  /** Names of the documents held back, and of the sheets that could not be read. */
  readonly heldBack: readonly string[]
}

/** The documents of a reading as they would be sent. */
export const wireOf = (reading: Reading): WireDocument[] => documentsOf(reading).map(toWire)

/** Count and amounts of documents, of whatever tables. */
export function totalOf(documents: readonly WireDocument[]): Amounts {
  const sum = noAmounts()
  for (const document of documents) {
    const table = TABLE_NAMED.get(document.table)
    if (table !== undefined) addAmountsOf(table, document, sum)
  }
  return sum
}

export const amountsIn = (document: WireDocument): Amounts => {
  const table = TABLE_NAMED.get(document.table)
  return table === undefined ? noAmounts() : amountsOf(table, document)
}

const TABLE_NAMED = new Map(TABLES.map((table) => [table.id, table]))

/** `behind`: good documents that are not sent: their section waits, or the portal's own differ and nobody decided. */
export function snapshotOf(
  reading: Reading,
  documents: readonly WireDocument[],
  behind: readonly WireDocument[] = [],
): Snapshot {
  const places: Record<string, DocumentPlace> = {}
  const amounts = new Map(documents.map((document) => [idOf(document), amountsIn(document)]))
  reading.sheets.forEach((sheet, index) => {
    const keyColumns = keyColumnsOf(sheet)
    for (const document of sheet.documents) {
      const id = `${sheet.table.id} ${document.key}`
      const own = amounts.get(id)
      places[id] = {
        sheet: index,
        ...(own !== undefined && { amounts: own }),
        rows: document.rows.map((row) => ({
          row,
          key: rowCells(sheet.rows, row, [], keyColumns).key,
        })),
      }
    }
  })
  const sections = new Set(reading.sheets.map(({ table }) => table.section))
  return {
    sheets: reading.sheets.map(({ rows, table, header }) => ({
      sheet: rows.sheet,
      table: table.id,
      columns: Object.fromEntries(header.columns.map(({ column, index }) => [column.name, index])),
    })),
    places,
    figures: figuresOf(documents, reading.hsn),
    totals: Object.fromEntries(
      [...sections].map((name) => [
        name,
        totalOf(documents.filter(({ section }) => section === name)),
      ]),
    ),
    heldBack: [
      ...unreadSheets(reading).map(({ sheet }) => `${sheet} (the whole sheet)`),
      ...reading.sheets.flatMap(namesHeldBack),
      ...behind.map(({ table, key }) => nameOfKey(table, key)),
    ],
  }
}

const keyColumnsOf = ({ table, header }: SheetReading): number[] =>
  header.columns
    .filter(({ column }) => table.key.includes(column.name) || column.name === table.line?.column)
    .map(({ index }) => index)

/** A document by number and party where they could be read, else its row; each once. */
function namesHeldBack({ held, rows, table }: SheetReading): string[] {
  return [...new Set(held.map((row) => nameOf(row, rows.sheet, table)))]
}

function nameOf({ key, row }: HeldRow, sheet: string, table: Table): string {
  const numbered = numberColumn(table) !== undefined
  if (!numbered && !key.includes(undefined)) return nameOfEntry(table, key)
  const number = numbered ? key.at(-1) : undefined
  if (number === undefined) return `${sheet} row ${row + 1}`
  const party = key.length > 1 ? key[0] : undefined
  return party === undefined ? number : `${number} (${party})`
}

/** `b2cs: OE, 29-Karnataka, 18`: an entry of a summary table has no number. */
const nameOfEntry = (table: Table, key: readonly (string | undefined)[]): string =>
  `${table.id}: ${entryName(table, key)}`

/** `INV-1 (29…)` of a wire document's table and key. */
export function nameOfKey(id: string, key: string): string {
  const parts = key.split('|')
  const table = TABLE_NAMED.get(id)
  if (table !== undefined && numberColumn(table) === undefined) return nameOfEntry(table, parts)
  const number = parts.at(-1) ?? key
  return parts.length > 1 ? `${number} (${parts[0] ?? ''})` : number
}

/** The cells of a document that a code is about, on every row that fed it; the whole key where no role fits. */
export function cellsFor(
  snapshot: Snapshot,
  table: string,
  key: string,
  roles: readonly Role[],
  tables: readonly Table[] = TABLES,
): RowCells[] {
  const place = snapshot.places[`${table} ${key}`]
  const sheet = place && snapshot.sheets[place.sheet]
  if (place === undefined || sheet === undefined) return []
  const definition = tables.find(({ id }) => id === table)
  const about = definition?.columns.filter(({ role }) => role !== undefined && roles.includes(role))
  const names = about?.length ? about.map(({ name }) => name) : (definition?.key ?? [])
  const columns = names.flatMap((name) => sheet.columns[name] ?? [])
  const numbered = definition !== undefined && numberColumn(definition) !== undefined
  return place.rows.map(({ row, key: raw }) => ({
    sheet: sheet.sheet,
    row,
    columns,
    key: raw,
    ...(numbered && { document: key }),
  }))
}
