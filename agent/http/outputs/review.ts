// The portal’s totals beside the sheets’, and what is behind them.
import type { RowCells } from '../../../templates/block.ts'
import type { DifferenceCause } from '../../../templates/problems/difference-words.ts'
import type { ReturnFigures } from '../../../templates/figures.ts'
import type { Totals } from './check.ts'

/** Part of a difference: what these documents have more on the portal than in the sheets. */
export interface Explained {
  readonly cause: DifferenceCause
  readonly documents: number
  readonly amounts: Totals
}

/** A document behind a section of the review. */
export interface SectionRow {
  /** By number and party. */
  readonly document: string
  readonly state: 'same' | DifferenceCause
  /** Absent where the sheets have no good document of this key. */
  readonly sheet?: Totals
  readonly portal?: Totals
  /** Where it was read at the last save; none where only the portal has it. */
  readonly cells: readonly RowCells[]
}

/** A page of them: what differs comes first. `count` of all that were asked for, `differing` of the section. */
export interface SectionRows {
  readonly section: string
  readonly only: 'all' | 'differing'
  readonly from: number
  readonly rows: readonly SectionRow[]
  readonly count: number
  readonly differing: number
}

export interface Review {
  /** Names the summary that was reviewed; filing is bound to it. */
  readonly checksum: string
  readonly takenAt: string
  readonly rows: readonly {
    readonly section: string
    readonly sheet: Totals
    readonly portal: Totals
    readonly difference: Totals
    /** Causes and `unexplained` add up to the difference. */
    readonly explained: readonly Explained[]
    readonly unexplained: Totals
  }[]
  readonly ties: boolean
  readonly heldBack: readonly string[]
  /** Of the sheets at the last save; absent where that was saved by an earlier version. */
  readonly figures?: ReturnFigures
}
