// Finds where rows are now: since they were read, the user may have inserted, deleted or sorted rows.
import type { Cell, RowCells } from '../../templates/block.ts'
import { inExcel } from './in-excel.ts'
import { bytesOf, inPieces, type Piece } from './pieces.ts'

/** Rows of one sheet that are known by the same columns; `at` is their place in the question. */
interface Sought {
  readonly sheet: string
  readonly columns: readonly number[]
  readonly rows: { readonly row: number; readonly key: string; readonly at: number }[]
}

/**
 * The row that each of `rows` is on now: the same one if its key cells still hold what they held, else the
 * nearest one with these cells, else nothing. A row without a key is taken to be where it was.
 * Reads the key columns only.
 */
export async function findRows(rows: readonly RowCells[]): Promise<(number | undefined)[]> {
  const found: (number | undefined)[] = rows.map(({ row }) => row)
  for (const sought of groupByColumns(rows)) {
    const places = await placesOf(sought)
    for (const { row, key, at } of sought.rows) found[at] = nearest(places.get(key) ?? [], row)
  }
  return found
}

function groupByColumns(rows: readonly RowCells[]): Iterable<Sought> {
  const groups = new Map<string, Sought>()
  rows.forEach(({ sheet, row, key }, at) => {
    if (key.length === 0) return
    const ordered = key.toSorted((a, b) => a.column - b.column)
    const columns = ordered.map(({ column }) => column)
    const name = JSON.stringify([sheet, columns])
    const group = groups.get(name) ?? { sheet, columns, rows: [] }
    group.rows.push({ row, key: keyOf(ordered.map(({ value }) => value)), at })
    groups.set(name, group)
  })
  return groups.values()
}

/** Which rows of the sheet hold each of the keys sought, from the top down. */
async function placesOf({ sheet, columns, rows }: Sought): Promise<Map<string, number[]>> {
  const places = new Map<string, number[]>()
  for (const { key } of rows) places.set(key, [])
  const used = await usedRows(sheet)
  const read = (first: number, count: number) =>
    readColumns(sheet, columns, used.first + first, count)
  let row = used.first
  for await (const lines of inPieces({ rows: used.count, columns: columns.length }, read)) {
    for (const line of lines) {
      places.get(keyOf(line))?.push(row)
      row += 1
    }
  }
  return places
}

async function usedRows(name: string): Promise<{ first: number; count: number }> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name)
    const used = sheet.getUsedRangeOrNullObject(true)
    used.load('rowIndex, rowCount')
    await context.sync()
    if (used.isNullObject) return { first: 0, count: 0 }
    return { first: used.rowIndex, count: used.rowCount }
  })
}

async function readColumns(
  name: string,
  columns: readonly number[],
  firstRow: number,
  count: number,
): Promise<Piece<Cell[][]>> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name)
    const ranges = columns.map((column) => {
      const range = sheet.getRangeByIndexes(firstRow, column, count, 1)
      range.load('values')
      return range
    })
    await context.sync()
    const byColumn = ranges.map((range): Cell[][] => range.values)
    const content = Array.from({ length: count }, (_, row) =>
      byColumn.map((cells) => cells[row]?.[0] ?? null),
    )
    return { content, bytes: bytesOf(byColumn) }
  })
}

/** Equal for equal cells; an empty cell is `''` to Excel and may be `null` to us. */
const keyOf = (cells: readonly Cell[]) => JSON.stringify(cells.map((cell) => cell ?? ''))

function nearest(places: readonly number[], row: number): number | undefined {
  return places.reduce<number | undefined>((best, place) => {
    const isNearer = best === undefined || Math.abs(place - row) < Math.abs(best - row)
    return isNearer ? place : best
  }, undefined)
}
