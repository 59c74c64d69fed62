// A cell that is to be written into the open workbook: what it holds, and what it shall hold.
import type { Cell, RowCells } from '../block.ts'

export interface CellChange {
  readonly sheet: string
  /** Where the cell was when it was read; rows and columns count from 0. */
  readonly row: number
  readonly column: number
  /** By which its row is found again; none where the row is new. */
  readonly key: RowCells['key']
  /** What the cell must still hold to be changed at all. */
  readonly was: Cell
  readonly becomes: Exclude<Cell, null>
  /** Set where the cell's own would make something else of the value: a date a number, `1/2` a date. */
  readonly numberFormat?: string
}
