// Documents of an earlier return → rows of the table that amends them: what they amend filled in, and their present values
// as the revised ones, to be changed by hand.
import type { Cell } from '../block.ts'
import type { Period } from '../identifiers.ts'
import type { WireDocument } from '../payload/wire-document.ts'
import type { Column, Context, Table } from '../tables/table.ts'
import { TABLES } from '../tables/tables.ts'
import { rowsOfWire } from './wire-rows.ts'

/** The table that amends documents of this one. */
export const amendmentOf = ({ id }: Table): Table | undefined =>
  TABLES.find(({ amends }) => amends === id)

/** Rows of one document of an amendment. */
export interface Amendment {
  /** Tells what is amended: another amendment of the same would be refused. */
  readonly original: string
  /** The documents or entries it is made from. */
  readonly of: readonly WireDocument[]
  /** As the amendment's columns stand. */
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * The amendments of what was reported in the period `from`. An entry that stands in several rates is amended in all of
 * them, since the portal puts the amended lines in the place of all that were there: `all` are those to find the others in.
 */
export function amendmentsOf(
  table: Table,
  amendment: Table,
  chosen: readonly WireDocument[],
  { all, from, context }: { all: readonly WireDocument[]; from: Period; context: Context },
): Amendment[] {
  const made = all.map((wire) => {
    const rows = rowsOfWire(table, wire, context).map((cells) =>
      amendment.columns.map((column) => cellOf(column, cells)),
    )
    return { wire, rows, original: originalOf(amendment, rows[0] ?? []) }
  })
  const wanted = new Set(chosen)
  const groups = Map.groupBy(made, ({ original }) => original)
  return [...groups].flatMap(([original, group]) =>
    group.some(({ wire }) => wanted.has(wire))
      ? [{ original, of: group.map(({ wire }) => wire), rows: group.flatMap(({ rows }) => rows) }]
      : [],
  )

  function cellOf({ name, kind, partOf }: Column, cells: readonly Cell[]): Cell {
    if (partOf === 'omon') {
      const part = kind.fromWire(from)
      return part === undefined ? null : kind.write(part)
    }
    const own = table.columns.findIndex((column) => column.name === name)
    const source = own < 0 ? table.columns.findIndex((column) => `o${column.name}` === name) : own
    return cells[source] ?? null
  }
}

/** The columns that tell what is amended: the original's where the table has it beside the revised. */
const originalColumns = ({ key, columns }: Table): number[] =>
  key.map((name) => {
    const original = columns.findIndex((column) => column.name === `o${name}`)
    return original < 0 ? columns.findIndex((column) => column.name === name) : original
  })

/** Names what a row of an amendment amends; cells as the table's columns stand. */
export const originalOf = (amendment: Table, cells: readonly Cell[]): string =>
  originalColumns(amendment)
    .map((column) => String(cells[column] ?? '').toUpperCase())
    .join('|')
