// Areas of a sheet and their A1 addresses. Rows and columns count from 0.
import { columnName } from '../../../templates/block.ts'

export interface Area {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export const SHEET_ROWS = 1_048_576
export const SHEET_COLUMNS = 16_384
export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: SHEET_ROWS, columns: SHEET_COLUMNS }

function columnNumber(name: string): number {
  let number = 0
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}

const CORNER = /^\$?([A-Za-z]{1,3})?\$?([1-9][0-9]{0,6})?$/

/** The area that `B3`, `A1:C9`, `A:C`, `4:9` or `$B$3` names; nothing when the text names none. */
export function parseArea(address: string): Area | undefined {
  const [first = '', last = first, ...more] = address.trim().split(':')
  const from = CORNER.exec(first)
  const to = CORNER.exec(last)
  if (!from || !to || more.length > 0) return undefined
  const [, fromColumn, fromRow] = from
  const [, toColumn, toRow] = to
  const wholeRows = fromColumn === undefined && toColumn === undefined
  const wholeColumns = fromRow === undefined && toRow === undefined
  if (wholeRows && wholeColumns) return undefined
  if (!address.includes(':') && (wholeRows || wholeColumns)) return undefined
  if (!wholeRows && (fromColumn === undefined || toColumn === undefined)) return undefined
  if (!wholeColumns && (fromRow === undefined || toRow === undefined)) return undefined
  const columns = wholeRows
    ? [0, SHEET_COLUMNS - 1]
    : [columnNumber(fromColumn ?? ''), columnNumber(toColumn ?? '')]
  const rows = wholeColumns ? [0, SHEET_ROWS - 1] : [Number(fromRow) - 1, Number(toRow) - 1]
  const area = {
    row: Math.min(...rows),
    column: Math.min(...columns),
    rows: Math.max(...rows) - Math.min(...rows) + 1,
    columns: Math.max(...columns) - Math.min(...columns) + 1,
  }
  return fits(area) ? area : undefined
}

/** `B3`, `A1:C9`, `A:C`, `4:9`. */
export function formatArea({ row, column, rows, columns }: Area): string {
  const right = columnName(column + columns - 1)
  if (rows === SHEET_ROWS && columns < SHEET_COLUMNS) return `${columnName(column)}:${right}`
  if (columns === SHEET_COLUMNS) return `${row + 1}:${row + rows}`
  const first = `${columnName(column)}${row + 1}`
  return rows === 1 && columns === 1 ? first : `${first}:${right}${row + rows}`
}

export function fits({ row, column, rows, columns }: Area): boolean {
  return (
    row >= 0 &&
    column >= 0 &&
    rows > 0 &&
    columns > 0 &&
    row + rows <= SHEET_ROWS &&
    column + columns <= SHEET_COLUMNS
  )
}

export function holds(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  )
}

export function within(outer: Area, inner: Area): boolean {
  return (
    holds(outer, inner.row, inner.column) &&
    holds(outer, inner.row + inner.rows - 1, inner.column + inner.columns - 1)
  )
}

/** What two areas share. */
export function overlap(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row)
  const column = Math.max(a.column, b.column)
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined
}

/** The smallest area around both. */
export function around(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row)
  const column = Math.min(a.column, b.column)
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  }
}

/**
 * Where an area is after rows were inserted at `at` (`count` > 0) or deleted from there (`count` < 0).
 * Nothing when all of its rows are gone. Areas of whole columns stay as they are.
 */
export function shiftRows(area: Area, at: number, count: number): Area | undefined {
  if (area.rows === SHEET_ROWS) return area
  const end = area.row + area.rows
  const move = (edge: number) => {
    if (count > 0) return edge >= at ? edge + count : edge
    return edge >= at - count ? edge + count : Math.min(edge, at)
  }
  // An insertion right below an area does not widen it.
  const newEnd = count > 0 && end === at ? end : move(end)
  const row = move(area.row)
  const rows = Math.min(newEnd, SHEET_ROWS) - row
  return rows > 0 ? { ...area, row, rows } : undefined
}

/** Whether the areas together hold every cell of `area`. */
export function cover(areas: readonly Area[], area: Area): boolean {
  let open = [area]
  for (const patch of areas) open = open.flatMap((part) => without(part, patch))
  return open.length === 0
}

function without(area: Area, patch: Area): Area[] {
  const shared = overlap(area, patch)
  if (!shared) return [area]
  const below = shared.row + shared.rows
  const right = shared.column + shared.columns
  return [
    { ...area, rows: shared.row - area.row },
    { ...area, row: below, rows: area.row + area.rows - below },
    { ...shared, column: area.column, columns: shared.column - area.column },
    { ...shared, column: right, columns: area.column + area.columns - right },
  ].filter((part) => part.rows > 0 && part.columns > 0)
}
