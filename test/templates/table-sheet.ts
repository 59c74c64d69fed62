// The template's sheet of any table as tests write it: a good row by column names, and what is changed in it.
import fc from 'fast-check'
import type { Block, Cell } from '../../templates/block.ts'
import type { SheetReading } from '../../templates/reading/read-sheet.ts'
import type { Context, Table } from '../../templates/tables/table.ts'
import { block, OCTOBER, onlySheet } from './b2b-sheet.ts'

export type Cells = Readonly<Record<string, Cell>>

export interface TableSheet {
  readonly table: Table
  /** The good row with these cells changed. */
  readonly line: (cells?: Cells) => Cell[]
  /** A row of these cells alone. */
  readonly below: (cells: Cells) => Cell[]
  /** Column of a name in the template's order. */
  readonly at: (name: string) => number
  readonly block: (rows: readonly (readonly Cell[])[]) => Block
  readonly read: (rows: readonly (readonly Cell[])[], context?: Context) => SheetReading
  /** Reads one changed row: the problems, as `code severity column,column`. */
  readonly problems: (cells: Cells, context?: Context) => string[]
}

export function tableSheet(table: Table, good: Cells): TableSheet {
  const names = table.columns.map(({ name }) => name)
  const row = (cells: Cells) => names.map((name) => cells[name] ?? '')
  const line = (cells: Cells = {}) => row({ ...good, ...cells })
  const sheet = (rows: readonly (readonly Cell[])[]) =>
    block([[table.title], [''], [''], table.columns.map(({ header }) => header), ...rows], {
      sheet: table.sheets[0] ?? '',
    })
  const read = (rows: readonly (readonly Cell[])[], context: Context = OCTOBER) =>
    onlySheet([sheet(rows)], context, [table])
  return {
    table,
    line,
    below: row,
    at: (name) => names.indexOf(name),
    block: sheet,
    read,
    problems: (cells, context) =>
      read([line(cells)], context).problems.map(({ code, severity, cells: [first] }) => {
        const columns = first?.columns.map((column) => names[column]) ?? []
        return `${code} ${severity} ${columns.join(',')}`
      }),
  }
}

/** Whatever slips into a cell. */
export const aSlip: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>(
    '',
    null,
    '#REF!',
    '#UNCALCULATED!',
    true,
    -1,
    0,
    1e300,
    'Total',
    '__proto__',
  ),
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
