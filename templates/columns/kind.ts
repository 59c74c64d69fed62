// A kind of cell: how it is read, checked, and written to the sheet and to the wire.
import type { Cell } from '../block.ts'
import type { Facts } from '../problems/problem.ts'
import type { Context } from '../tables/table.ts'

/** Text, or a whole number (paise, basis points, counts). */
export type Value = string | number

/** Where a kind tells what it found; the reader knows the row and the column. */
export interface Report {
  readonly context: Context
  /** The cell cannot be used: its row is held back. */
  error(code: string, facts?: Facts): undefined
  warning(code: string, facts?: Facts): void
  /** The cell was understood differently from what is written. */
  note(code: string, facts?: Facts): void
}

export interface Kind {
  readonly name: string
  /**
   * The value of a cell that is not blank, or undefined once an error is reported.
   * A good cell allocates nothing. `format` is the cell's number format code.
   */
  readonly read: (cell: Cell, format: string, report: Report) => Value | undefined
  /** The kind to read a column with, where its cells mean something else among each other than one by one. */
  readonly among?: (cells: Iterable<Cell>) => Kind
  /** How a value stands in a sheet. */
  readonly write: (value: Value) => Cell
  /** How a value stands in the portal's JSON, and back; undefined where the member is left out. */
  readonly toWire: (value: Value) => string | number | undefined
  readonly fromWire: (json: unknown) => Value | undefined
  /** Number format of the column in our templates. */
  readonly numberFormat: string
  /** Labels of a drop-down list. */
  readonly labels?: readonly string[]
}

/** A cell as text without outer spaces and a leading apostrophe; numbers in full digits. */
export function textOf(cell: Cell): string {
  if (typeof cell === 'string') return withoutUnseen(cell.startsWith("'") ? cell.slice(1) : cell)
  return cell === null ? '' : String(cell)
}

/** What a paste from a web page or a chat leaves around a text. What turns letters round (U+202E) is none of it. */
const UNSEEN =
  /^[\s\u00ad\u200b-\u200f\u202a\u202c\u2060\ufeff]+|[\s\u00ad\u200b-\u200f\u202a\u202c\u2060\ufeff]+$/g

/** Without spaces, and whatever else nobody sees, around it. */
export function withoutUnseen(text: string): string {
  const bare = text.trim()
  const isPlain = !(bare.charCodeAt(0) > 0x7f) && !(bare.charCodeAt(bare.length - 1) > 0x7f)
  return isPlain ? bare : bare.replace(UNSEEN, '')
}

/** A number of the portal's JSON, which writes some as text. */
export function wireNumber(json: unknown): number | undefined {
  const number = typeof json === 'string' && json.trim() !== '' ? Number(json) : json
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** Text for matching headers, labels and names: letters and digits only, lower case. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9%]/g, '')
}

/** Excel's error texts, and what our file reader gives for a formula that was never calculated. */
export const isErrorText = (cell: Cell): cell is string =>
  typeof cell === 'string' &&
  cell.startsWith('#') &&
  /^#([A-Z]+!|DIV\/0!|N\/A|NAME\?|GETTING_DATA)/.test(cell)
