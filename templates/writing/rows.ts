// Documents → rows of cells, one row a line, in the table's column order.
import type { Cell } from '../block.ts'
import type { Document } from '../tables/table.ts'

export function rowsOf(document: Document): Cell[][] {
  const { table, fields, lines } = document
  return lines.map((line) =>
    table.columns.map((column) => {
      const value = (column.level === 'line' ? line : fields)[column.name]
      return value === undefined ? null : column.kind.write(value)
    }),
  )
}
