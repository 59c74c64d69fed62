// A workbook as the preview needs it: what a grid shows, what a protected sheet allows, and what a formula last gave.
import type { Cell } from '../../templates/block.ts'

export interface WorkbookFile {
  readonly name: string
  readonly sheets: readonly SheetFile[]
}

export interface SheetFile {
  readonly name: string
  readonly hidden: boolean
  /** Only cells with a value, a formula or a look of their own. */
  readonly cells: readonly CellFile[]
  /** Width in characters by column; absent columns have Excel's default. */
  readonly widths: Readonly<Record<number, number>>
  readonly hiddenRows: readonly number[]
  readonly frozenRows: number
  /** `A1:C1` */
  readonly merges: readonly string[]
  readonly protection?: ProtectionFile
  /** Unlocked ranges of a protected sheet, `A5:M20003`; cells outside are locked. */
  readonly unlocked: readonly string[]
}

export interface CellFile {
  readonly row: number
  readonly column: number
  readonly value: Cell
  /** Without the leading `=`; the value is what Excel last calculated. */
  readonly formula?: string
  readonly numberFormat?: string
  /** `#RRGGBB` */
  readonly fill?: string
  readonly color?: string
  readonly bold?: boolean
}

/** What a protected sheet lets the user do; value writes to unlocked cells are always allowed. */
export interface ProtectionFile {
  readonly password: boolean
  readonly allowFormatCells: boolean
  readonly allowInsertRows: boolean
  readonly allowDeleteRows: boolean
  readonly allowSort: boolean
}
