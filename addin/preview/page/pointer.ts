// What lies under the pointer: a cell, a row number, a column letter, or the corner between them.
import type { Cursor, Place } from './cursor.ts'
import { wholeColumn, wholeRow } from './cursor.ts'
import { LETTERS_HEIGHT, NUMBERS_WIDTH, type Axis } from './layout.ts'

export interface View {
  readonly element: HTMLElement
  readonly rows: Axis
  readonly columns: Axis
  /** Height of the rows that stay at the top. */
  readonly frozenHeight: number
}

export interface Hit extends Place {
  readonly part: 'cell' | 'row' | 'column' | 'corner'
}

/** Nothing on a scroll bar or outside; a drag that leaves the grid is held at its edge. */
export function hitAt(event: MouseEvent, view: View, hold = false): Hit | undefined {
  const { element, rows, columns, frozenHeight } = view
  const box = element.getBoundingClientRect()
  const held = (distance: number, size: number) =>
    hold ? Math.min(Math.max(distance, 0), size - 1) : distance
  const x = held(event.clientX - box.left, element.clientWidth)
  const y = held(event.clientY - box.top, element.clientHeight)
  if (x >= element.clientWidth || y >= element.clientHeight) return undefined
  const overNumbers = x < NUMBERS_WIDTH
  const overLetters = y < LETTERS_HEIGHT
  const down = y - LETTERS_HEIGHT
  return {
    part: overNumbers ? (overLetters ? 'corner' : 'row') : overLetters ? 'column' : 'cell',
    row: rows.at(down < frozenHeight ? down : down + element.scrollTop),
    column: columns.at(x - NUMBERS_WIDTH + element.scrollLeft),
  }
}

/** The cursor of a press on `hit`, or of Shift or a drag from `from` to it. */
export function cursorAt(hit: Hit, from?: Cursor): Cursor {
  const whole = { row: wholeRow(hit.row), column: wholeColumn(hit.column) }
  if (hit.part === 'row')
    return { active: from?.active ?? whole.row.active, corner: whole.row.corner }
  if (hit.part === 'column') {
    return { active: from?.active ?? whole.column.active, corner: whole.column.corner }
  }
  const place = { row: hit.row, column: hit.column }
  return { active: from?.active ?? place, corner: place }
}

/** Scrolls as little as it takes to see the place; a part that is undefined does not matter. */
export function reveal(view: View, place: { row?: number; column?: number }): void {
  const { element, rows, columns, frozenHeight } = view
  if (place.row !== undefined && rows.start(place.row) >= frozenHeight) {
    const top = rows.start(place.row)
    const height = element.clientHeight - LETTERS_HEIGHT
    const lowest = top + rows.size(place.row) - height
    element.scrollTop = Math.min(top - frozenHeight, Math.max(element.scrollTop, lowest))
  }
  if (place.column !== undefined) {
    const left = columns.start(place.column)
    const width = element.clientWidth - NUMBERS_WIDTH
    const rightmost = left + columns.size(place.column) - width
    element.scrollLeft = Math.min(left, Math.max(element.scrollLeft, rightmost))
  }
}
