// What the portal holds, beside the sheets.
import type { RowCells } from '../../../templates/block.ts'
import type { Problem } from '../../../templates/problems/problem.ts'
import type { CellChange } from '../../../templates/writing/cell-change.ts'
import type { CheckReport, Totals } from './check.ts'

/** One of the portal's 23 documents. */
export interface PulledDocument {
  /** GSTN's name for it: `B2B`, `DOC ISSUE`. */
  readonly name: string
  readonly section: string
  /** `being-prepared`: the portal puts a large answer together and says in how many minutes to ask again. */
  readonly state: 'held' | 'empty' | 'being-prepared'
  readonly minutes?: number
  /** Documents or rows that our tables know. */
  readonly count: number
}

export interface Pull {
  readonly at: string
  readonly documents: readonly PulledDocument[]
  /** The portal's own JSON, sections side by side, as it handed them out. */
  readonly held: Readonly<Record<string, unknown>>
  /** Documents that now differ from what was last confirmed to us. */
  readonly differing: number
}

/**
 * A document in which sheets and portal were compared, and is not the same. `held-back`: the portal holds it, and on the
 * sheet it stands in a row with a mistake, so the two cannot be compared.
 */
export interface ReconciledRow {
  /** Names it in `fromPortal.documents`. */
  readonly id: string
  readonly kind: 'different' | 'only-here' | 'only-there' | 'held-back'
  readonly section: string
  /** The document by number and party. */
  readonly document: string
  readonly ours?: Totals
  readonly theirs?: Totals
  /** Where both have it: what differs, as each side has it. */
  readonly columns: readonly {
    readonly column: string
    readonly ours: string
    readonly theirs: string
  }[]
  /** The first of its rows, where a sheet has it. */
  readonly cells?: RowCells
}

export interface Reconciliation {
  /** Of every section that was compared: how many documents are the same, and how many of each kind. */
  readonly sections: readonly ({ readonly section: string; readonly same: number } & Readonly<
    Record<ReconciledRow['kind'], number>
  >)[]
  /** At most 20,000; the counts tell all. */
  readonly rows: readonly ReconciledRow[]
  /** Sheets that could not be read: what the portal holds of their tables is not compared. */
  readonly notRead: CheckReport['notRead']
}

/** Cells to write into the workbook; nothing is written by the agent. */
export interface SheetChanges {
  /** Added before, as the template has them. */
  readonly newSheets: readonly string[]
  readonly changes: readonly CellChange[]
  /** How many documents they are. */
  readonly documents: number
  /** The first ten by number and party, and the sheet. */
  readonly first: readonly { readonly document: string; readonly sheet: string }[]
  /** Documents that are not among them, or that are and want a look, and why. At most 100 each; the counts tell all. */
  readonly left: readonly Told[]
  readonly leftCount: number
  readonly warned: readonly Told[]
  readonly warnedCount: number
}

export interface Told {
  readonly document: string
  readonly problem: Problem
}

/** A document of an earlier return that a later one may amend. */
export interface Original {
  /** Names it in `amend.documents`. */
  readonly id: string
  readonly section: string
  readonly document: string
  readonly totals: Totals
}

/** What the portal's lists of filings say. */
export interface Tracking {
  readonly said: 'filed' | 'not-listed' | 'no-information'
  readonly arn?: string
  /** `YYYY-MM-DD` */
  readonly filedOn?: string
}

export interface Preference {
  /** `Q1` … `Q4` and how the taxpayer files in it: monthly or quarterly. */
  readonly quarters: readonly { readonly quarter: string; readonly preference: 'M' | 'Q' }[]
}
