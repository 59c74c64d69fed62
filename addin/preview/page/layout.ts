// Where the rows and columns of the grid are, in pixels from the top left cell.

/** Rows or columns in a line. */
export interface Axis {
  readonly count: number
  /** Where `index` begins; `start(count)` is where all of them end. */
  start(index: number): number
  /** 0 for a hidden one. */
  size(index: number): number
  /** The one that is at this distance; the first or the last when it lies outside. */
  at(distance: number): number
}

export const ROW_HEIGHT = 22
/** The strip of column letters, and the strip of row numbers. */
export const LETTERS_HEIGHT = 22
export const NUMBERS_WIDTH = 56

export const px = (distance: number): string => `${distance}px`

/** Excel's width in characters, in pixels of its standard font. */
export const columnPixels = (characters: number): number => Math.trunc(characters * 7 + 5)

export function rowAxis(count: number, hiddenRows: ReadonlySet<number>): Axis {
  const hidden = [...hiddenRows].filter((row) => row < count).sort((a, b) => a - b)
  const hiddenBefore = (row: number) => firstWhere(0, hidden.length, (i) => (hidden[i] ?? 0) >= row)
  const shownBefore = (row: number) => row - hiddenBefore(row)
  return {
    count,
    start: (row) => shownBefore(row) * ROW_HEIGHT,
    size: (row) => (hiddenRows.has(row) ? 0 : ROW_HEIGHT),
    at(distance) {
      const shown = Math.max(0, Math.floor(distance / ROW_HEIGHT))
      return firstWhere(0, count - 1, (row) => shownBefore(row + 1) > shown)
    },
  }
}

export function columnAxis(count: number, characters: (column: number) => number): Axis {
  const starts = [0]
  for (let column = 0; column < count; column += 1) {
    starts.push((starts[column] ?? 0) + columnPixels(characters(column)))
  }
  const start = (column: number) => starts[column] ?? 0
  return {
    count,
    start,
    size: (column) => start(column + 1) - start(column),
    at: (distance) => firstWhere(0, count - 1, (column) => start(column + 1) > distance),
  }
}

/** Those that lie between two distances, and the next few on both sides. */
export function between(axis: Axis, from: number, to: number, more = 0): number[] {
  const first = Math.max(0, axis.at(from) - more)
  const last = Math.min(axis.count - 1, axis.at(to) + more)
  const found: number[] = []
  for (let index = first; index <= last; index += 1) if (axis.size(index) > 0) found.push(index)
  return found
}

/** The first index from `low` on for which `holds` is true, or `high`; once true, it stays true. */
function firstWhere(low: number, high: number, holds: (index: number) => boolean): number {
  let from = low
  let to = high
  while (from < to) {
    const middle = (from + to) >> 1
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}
