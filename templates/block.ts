// Blocks of cells: the one shape in which a sheet reaches us, from Excel's pane and from a file alike.

/** What a cell holds. Dates are Excel serials, errors their text (`#REF!`), empty cells `''` or `null`. */
export type Cell = string | number | boolean | null

/**
 * A rectangle of one sheet. Rows and columns count from 0, as Office.js counts them.
 * The blocks of one sheet do not overlap and come from the top down.
 */
export interface Block {
  readonly sheet: string
  readonly firstRow: number
  readonly firstColumn: number
  readonly values: readonly (readonly Cell[])[]
  /** One entry a column: one code where the whole column of the block shares it, else one a row. */
  readonly numberFormat: readonly (string | readonly string[])[]
  /** How many rows of this block are hidden or filtered away (they are read all the same). */
  readonly hiddenRows: number
  /** The sheet itself is hidden. */
  readonly hiddenSheet: boolean
  /** Its file counts days from 1904, and dates among these cells were moved to 1900 serials; Excel itself does not tell. */
  readonly datesFrom1904?: true
}

/** Cells of one row, and how to find that row again once rows have moved. */
export interface RowCells {
  readonly sheet: string
  readonly row: number
  readonly columns: readonly number[]
  /** The raw values that told this row from the others when it was read, by column. */
  readonly key: readonly { readonly column: number; readonly value: Cell }[]
  /** Equal for the rows of one invoice or note; absent where its number could not be read, and in summary tables. */
  readonly document?: string
}

/** `A1` name of a cell counted from 0. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}

/** `A`, `Z`, `AA` for columns 0, 25, 26. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name
  }
  return name
}
