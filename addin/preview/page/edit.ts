// The entry in progress: one cell of one sheet, and the text as it is so far.
import type { SheetModel } from '../host/sheet.ts'

export interface Edit {
  readonly sheet: SheetModel
  readonly row: number
  readonly column: number
  readonly text: string
  /** The text at the start: an entry that ends as it began changes nothing. */
  readonly before: string
  /** Typed over the cell, so that the arrows end the entry (F2 lets them move in the text). */
  readonly typing: boolean
  /** Where its user types. */
  readonly at: 'cell' | 'bar'
}
