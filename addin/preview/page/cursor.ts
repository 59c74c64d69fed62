// Where the user is on a sheet: the active cell, and the corner that Shift moves. Moves are Excel's.
import { SHEET_COLUMNS, SHEET_ROWS, around, holds, type Area } from '../host/area.ts'
import type { SheetModel } from '../host/sheet.ts'

export interface Place {
  readonly row: number
  readonly column: number
}

/** The selection lies between the two. */
export interface Cursor {
  readonly active: Place
  readonly corner: Place
}

/** The model remembers areas only; which corner of an area is the active cell is remembered here. */
const cursors = new WeakMap<Area, Cursor>()

/** The area to select for a cursor. One cell stands for the whole merged area it is in. */
export function areaOf(sheet: SheetModel, cursor: Cursor): Area {
  const area = around(cellOrMerge(sheet, cursor.active), cellOrMerge(sheet, cursor.corner))
  cursors.set(area, cursor)
  return area
}

/** An area that an add-in selected has its active cell at the top left. */
export function cursorOf(area: Area): Cursor {
  const bottomRight = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 }
  return cursors.get(area) ?? { active: area, corner: bottomRight }
}

function cellOrMerge(sheet: SheetModel, { row, column }: Place): Area {
  const merge = sheet.merges.find((area) => holds(area, row, column))
  return merge ?? { row, column, rows: 1, columns: 1 }
}

type Mover = (sheet: SheetModel, from: Place, pageRows: number) => Place

const byCells =
  (down: number, right: number): Mover =>
  (sheet, from) => {
    const merge = cellOrMerge(sheet, from)
    return {
      row: down === 0 ? from.row : shownRow(sheet, pastEdge(merge.row, merge.rows, down), down),
      column:
        right === 0
          ? from.column
          : Math.min(pastEdge(merge.column, merge.columns, right), SHEET_COLUMNS - 1),
    }
  }

/** Ctrl with an arrow: to the end of the filled cells, or over the empty ones to the next filled cell. */
const toEdge =
  (down: number, right: number): Mover =>
  (sheet, from) => {
    const used = sheet.used() ?? { row: 0, column: 0, rows: 1, columns: 1 }
    const inUse = around(used, { row: 0, column: 0, rows: 1, columns: 1 })
    const next = ({ row, column }: Place) => ({ row: row + down, column: column + right })
    const isFilled = ({ row, column }: Place) => (sheet.getValue(row, column) ?? '') !== ''
    const canGo = (place: Place) => holds(inUse, next(place).row, next(place).column)

    let place = from
    const throughFilled = isFilled(from) && isFilled(next(from))
    while (canGo(place)) {
      if (throughFilled && !isFilled(next(place))) break
      place = next(place)
      if (!throughFilled && isFilled(place)) break
    }
    return place
  }

const byPages =
  (pages: number): Mover =>
  (sheet, from, pageRows) => ({
    row: shownRow(sheet, from.row + pages * Math.max(1, pageRows - 1), pages),
    column: from.column,
  })

const lastOf = (sheet: SheetModel): Place => {
  const used = sheet.used()
  if (!used) return { row: 0, column: 0 }
  return { row: used.row + used.rows - 1, column: used.column + used.columns - 1 }
}

export const MOVES = {
  up: byCells(-1, 0),
  down: byCells(1, 0),
  left: byCells(0, -1),
  right: byCells(0, 1),
  edgeUp: toEdge(-1, 0),
  edgeDown: toEdge(1, 0),
  edgeLeft: toEdge(0, -1),
  edgeRight: toEdge(0, 1),
  pageUp: byPages(-1),
  pageDown: byPages(1),
  rowStart: (_, from) => ({ row: from.row, column: 0 }),
  rowEnd: (sheet, from) => ({ row: from.row, column: lastOf(sheet).column }),
  sheetStart: (sheet) => ({ row: shownRow(sheet, sheet.frozenRows, 1), column: 0 }),
  sheetEnd: lastOf,
} as const satisfies Record<string, Mover>

export type Move = keyof typeof MOVES

/** One step past the edge of a cell or merged area, not before the first row or column. */
function pastEdge(start: number, size: number, step: number): number {
  return Math.max(0, step > 0 ? start + size - 1 + step : start + step)
}

/** The row itself or the next one that is not hidden, in the direction of `step`. */
function shownRow(sheet: SheetModel, row: number, step: number): number {
  const inside = (wanted: number) => Math.min(Math.max(wanted, 0), SHEET_ROWS - 1)
  const direction = Math.sign(step)
  let found = inside(row)
  while (sheet.isRowHidden(found) && found !== inside(found + direction)) {
    found = inside(found + direction)
  }
  while (sheet.isRowHidden(found) && found !== inside(found - direction)) {
    found = inside(found - direction)
  }
  return found
}

export const wholeRow = (row: number): Cursor => ({
  active: { row, column: 0 },
  corner: { row, column: SHEET_COLUMNS - 1 },
})

export const wholeColumn = (column: number): Cursor => ({
  active: { row: 0, column },
  corner: { row: SHEET_ROWS - 1, column },
})

export const oneCell = (place: Place): Cursor => ({ active: place, corner: place })
