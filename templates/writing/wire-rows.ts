// Wire documents → rows of cells. What a column's kind does not understand stands as the portal has it, to be corrected.
import type { Cell } from '../block.ts'
import type { Report } from '../columns/kind.ts'
import { asList, asObject, type JsonObject, type WireDocument } from '../payload/wire-document.ts'
import type { Column, Context, Table } from '../tables/table.ts'

/** At least one row, though the document should have no lines. */
export function rowsOfWire(table: Table, wire: WireDocument, context: Context): Cell[][] {
  const silent = silentReport(context)
  return rowsFound(table, wire).map((found) =>
    table.columns.map((column) => cellOf(column, found(column), silent)),
  )
}

/** What the JSON has for the columns of each row. */
export function rowsFound({ shape }: Table, wire: WireDocument): ((column: Column) => unknown)[] {
  const { lines, detail, member } = shape
  const list = lines === undefined ? [wire.body] : asList(wire.body[lines])
  return (list.length === 0 ? [{}] : list).map((json: JsonObject) => {
    const from = {
      party: wire.party,
      document: wire.body,
      line: detail === undefined ? json : asObject(json[detail]),
    }
    return ({ name, level, partOf }) =>
      name === member ? wire.path.at(-1) : from[level][partOf ?? name]
  })
}

function cellOf({ kind, sheetOnly, fallback }: Column, found: unknown, report: Report): Cell {
  if (sheetOnly) return null
  if (found === undefined || found === null || found === '') {
    return fallback === undefined ? null : kind.write(fallback)
  }
  const value = kind.fromWire(found)
  const cell = value === undefined ? undefined : kind.write(value)
  if (cell === null) return null
  // 31-02-2026 would stand as another day, and a day before GST would not be taken for a date again.
  const isReadSo =
    cell !== undefined &&
    !Number.isNaN(cell) &&
    kind.read(cell, kind.numberFormat, report) === value
  if (isReadSo) return cell
  if (typeof found === 'number') return Number.isFinite(found) ? found : String(found)
  return typeof found === 'string' ? found : JSON.stringify(found)
}

const silentReport = (context: Context): Report => ({
  context,
  error: () => undefined,
  warning: () => undefined,
  note: () => undefined,
})
