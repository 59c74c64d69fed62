// What was found in the sheets.
import type { Amounts } from '../../../templates/payload/wire-document.ts'
import type { CauseCount } from '../../../templates/problems/cause.ts'
import type { Problem } from '../../../templates/problems/problem.ts'
import type { RowState } from '../../../templates/status-column.ts'

/** Every row with content is one of the last three; they add up to `read`. */
export interface RowCounts {
  readonly read: number
  readonly ready: number
  readonly heldBack: number
  readonly setAside: number
}

export interface SheetReport {
  readonly sheet: string
  readonly table: string
  readonly rows: RowCounts
  readonly documents: number
  readonly hiddenRows: number
  readonly hidden: boolean
  readonly totals: Totals
}

/** Count of documents and the five amounts, in paise. Credit notes count negative. */
export type Totals = Amounts

export interface CheckReport {
  readonly sheets: readonly SheetReport[]
  /** Sheets that are no table of this period, and why. */
  readonly notRead: readonly { readonly sheet: string; readonly problem: Problem }[]
  /** Errors first, then by sheet and row. At most 2,000; `problemCount` tells all. */
  readonly problems: readonly Problem[]
  readonly problemCount: number
  /** Of all of them, by cause and sheet. */
  readonly causes: readonly CauseCount[]
  /** Where they were asked for. */
  readonly rowStates?: RowStates
}

/** What became of each row of one sheet. */
export interface SheetRowStates {
  readonly sheet: string
  /** From 0. */
  readonly headerRow: number
  /** Of the rows below the header, in order; null where a row says nothing. */
  readonly rows: readonly (RowState | null)[]
  /** What the portal said of the refused ones, by row from 0. */
  readonly refusals: readonly {
    readonly row: number
    readonly code: string
    readonly message: string
  }[]
}

/** What became of every row, as far as the portal confirmed or refused it. */
export interface RowStates {
  readonly sheets: readonly SheetRowStates[]
  readonly arn?: string
}
