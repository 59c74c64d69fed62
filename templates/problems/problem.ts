// A problem is data. The sentences live in one catalogue per language (see english.ts).
import type { RowCells } from '../block.ts'

/** `error` stops the row or the act, `warning` is worth a look, `note` tells what was understood differently. */
export type Severity = 'error' | 'warning' | 'note'

export type Facts = Readonly<Record<string, string | number>>

/** One thing wrong. `cells` names every row that is concerned; none when it is about a sheet, a workbook or the return. */
export interface Problem {
  /** Key of the catalogue: `gstin-check-character`, or `portal` for the portal's own codes (then facts hold `operation`, `code`, `message`). */
  readonly code: string
  readonly severity: Severity
  /** Found by our own check, or told by the portal in a verdict. */
  readonly source: 'check' | 'portal'
  readonly cells: readonly RowCells[]
  readonly facts: Facts
  /** Header of the column it is about, where that is one. */
  readonly column?: string
}

/** An expected outcome: the value, or the problem that stood in its way. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

export const done = <T>(value: T): Result<T> => ({ ok: true, value })

/** A problem of our own that concerns no cell. */
export const problemOf = (severity: Severity, code: string, facts: Facts = {}): Problem => ({
  code,
  severity,
  source: 'check',
  cells: [],
  facts,
})

/** A refusal that concerns no cell. */
export const refuse = (code: string, facts: Facts = {}): { ok: false; problem: Problem } => ({
  ok: false,
  problem: problemOf('error', code, facts),
})
