// Cells of a workbook that can be mended all at once: those of one cause, or all that stand otherwise than our template
// would write them.
import type { Block } from '../block.ts'
import { eachRow, formatOf } from '../reading/sheet-rows.ts'
import type { SheetReading } from '../reading/read-sheet.ts'
import { readWorkbook } from '../reading/read-workbook.ts'
import { cellFinder } from '../reading/sheet.ts'
import type { Context, Fields } from '../tables/table.ts'
import type { CellChange } from '../writing/cell-change.ts'
import { fixCell } from './fix-cell.ts'

/** Absent parts narrow nothing. */
export interface FixesWanted {
  /** A problem's code and the header of its column. */
  readonly cause?: { readonly code: string; readonly column: string } | undefined
  readonly sheet?: string | undefined
}

export interface Fixes {
  /** From the top down, sheet by sheet. */
  readonly fixes: readonly CellChange[]
  /** Of all; `fixes` has no more than `FIXES_AT_ONCE`. */
  readonly count: number
}

/** One answer's worth; the rest comes with the next press. */
export const FIXES_AT_ONCE = 20_000

/** Rows that are no data (totals, samples, repeated headers) are left alone. */
export function fixesOf(
  blocks: readonly Block[],
  context: Context,
  { cause, sheet }: FixesWanted,
  atOnce = FIXES_AT_ONCE,
): Fixes {
  const fixes: CellChange[] = []
  let count = 0
  for (const reading of readWorkbook(blocks, context).sheets) {
    const { rows, header, table } = reading
    if (sheet !== undefined && rows.sheet !== sheet) continue
    const columns = header.columns
      .filter(({ column }) => cause === undefined || column.header === cause.column)
      .map(({ column, index, kind }) => ({ column: { ...column, kind }, index }))
    const cellsOf = cellFinder(reading)
    const fieldsOf = dataRows(reading)
    eachRow(rows, (row, cells, block) => {
      const fields = fieldsOf.get(row)
      if (fields === undefined) return undefined
      const takesOff = table.minus !== undefined && fields[table.minus.column] === table.minus.value
      for (const { column, index } of columns) {
        const was = cells[index - block.firstColumn] ?? null
        const fix = fixCell(column, was, formatOf(block, row, index), context, takesOff)
        if (fix === undefined) continue
        const { told, ...change } = fix
        if (cause !== undefined && !told.includes(cause.code)) continue
        count += 1
        if (fixes.length >= atOnce) continue
        const [{ key } = { key: [] }] = cellsOf([row], [column.name])
        fixes.push({ sheet: rows.sheet, row, column: index, key, was, ...change })
      }
      return undefined
    })
  }
  return { fixes, count }
}

/** Rows that are data, with what of party and document level was read from them. */
function dataRows({ documents, held }: SheetReading): ReadonlyMap<number, Fields> {
  return new Map([
    ...documents.flatMap(({ rows, fields }) => rows.map((row) => [row, fields] as const)),
    ...held.map(({ row, fields }) => [row, fields] as const),
  ])
}
