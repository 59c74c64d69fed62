// What one save would change.
import type { CheckReport, Totals } from './check.ts'

/**
 * What the portal holds otherwise than we left it: never overwritten unasked. `elsewhere` it was changed by other software,
 * `only-there` no sheet has it, `gone` it was removed there, `e-invoice` it came from an IRN and the sheet differs.
 */
export type DifferenceKind = 'elsewhere' | 'only-there' | 'gone' | 'e-invoice'

export interface Difference {
  /** Names it in `save.overwrite`. */
  readonly id: string
  readonly kind: DifferenceKind
  readonly section: string
  /** The document by number and party. */
  readonly document: string
  /** What the sheets have; absent where they have nothing under this key. */
  readonly ours?: Totals
  /** What the portal has; absent where it has nothing. */
  readonly theirs?: Totals
  /** Headers of the columns that differ, where both have it. */
  readonly columns: readonly string[]
}

/** What one Save would do to one section of the portal's copy, before anything is sent. */
export interface SectionPlan {
  readonly section: string
  readonly added: Totals
  readonly changed: Totals
  readonly removed: Totals
  readonly unchanged: number
  readonly heldBack: number
  /** Good documents that wait: the portal replaces the section whole, and something in it is held back. */
  readonly waiting: number
  /** The section is replaced whole by this save. */
  readonly whole: boolean
  /** The first ten removals by number and counterparty. */
  readonly firstRemoved: readonly string[]
  /** More than ten removals, or all of a section: the user must type their number. */
  readonly mustTypeRemovals: boolean
}

export interface PlanView {
  /** Names this very plan; it is void once another is made. */
  readonly plan: string
  readonly sections: readonly SectionPlan[]
  readonly submissions: number
  /** Documents that are not part of the plan until the user says that the sheet shall win (`save.overwrite`). At most 500. */
  readonly differences: readonly Difference[]
  readonly differenceCount: number
  /** Whether the portal was asked what it holds now; without an answer the plan rests on what it last confirmed. */
  readonly portal: 'asked' | 'not-signed-in' | 'no-answer'
  /** Sheets that could not be read: they are no part of it. Absent where there are none. */
  readonly unread?: readonly string[]
  /** It brings back what the portal held before the save of this time (ISO). */
  readonly undoes?: string
  /** The last save of this return came from another workbook: `save.takeOver` must say that this is meant. */
  readonly otherWorkbook?: { readonly name: string; readonly at: string }
}

/** The plan of a save of sheets, with what was found in them. */
export interface CheckedPlan extends PlanView {
  readonly check: CheckReport
}
