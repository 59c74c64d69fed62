// What a run of seeds has been through: every move of an operation that the product's table allows, every stage that a user can
// be shown. What cannot come up is listed with its reason, and must then never come up.
import { next, type OperationEvent } from '../../../agent/filing/operation.ts'
import type { Stage } from '../../../agent/http/outputs/return.ts'
import type { OperationKind, OperationState } from '../../../agent/store/tables.ts'
import type { History } from '../history.ts'

const KINDS = ['SAVE', 'PROCEED', 'RESET', 'FILE'] as const satisfies readonly OperationKind[]
const STATES = [
  'INTENT',
  'SENT',
  'ACKED',
  'UNKNOWN',
  'DONE',
  'DONE_WITH_ERRORS',
  'REJECTED',
  'VOID',
] as const satisfies readonly OperationState[]
const EVENTS = [
  'send',
  'not-sent',
  'reference',
  'done',
  'done-with-errors',
  'refused',
  'lost',
  'proved-done',
  'send-again',
  'give-up',
] as const satisfies readonly OperationEvent[]
const STAGES = {
  draft: true,
  saving: true,
  saved: true,
  savedWithErrors: true,
  preparing: true,
  ready: true,
  otpRequested: true,
  filing: true,
  accepted: true,
  filed: true,
  filedElsewhere: true,
  awaitingPortalSignature: true,
  resetting: true,
} satisfies Record<Stage, true>

/** Allowed by the one table of all repeatable writes, made use of by some of them only. */
export const UNREACHABLE: ReadonlySet<string> = new Set([
  // Only a filing is ever given up: the rest is safe to send again.
  'SAVE INTENT give-up',
  'PROCEED INTENT give-up',
  'RESET INTENT give-up',
  'SAVE UNKNOWN give-up',
  'PROCEED UNKNOWN give-up',
  'RESET UNKNOWN give-up',
  // "Done already" is an answer to proceed alone.
  'SAVE SENT done',
  'RESET SENT done',
  // Only a save has a verdict on parts, and only of a save the portal shows whether it happened.
  'PROCEED ACKED done-with-errors',
  'RESET ACKED done-with-errors',
  'PROCEED UNKNOWN proved-done',
  'RESET UNKNOWN proved-done',
  'PROCEED UNKNOWN refused',
  'RESET UNKNOWN refused',
  // The practice portal refuses these at once or not at all.
  'PROCEED ACKED refused',
  'RESET ACKED refused',
])

export interface Coverage {
  readonly moves: Map<string, number>
  readonly stages: Map<string, number>
  /** Points at which a life ended. */
  readonly deaths: Map<string, number>
}

export const newCoverage = (): Coverage => ({
  moves: new Map(),
  stages: new Map(),
  deaths: new Map(),
})

const count = (counts: Map<string, number>, name: string) =>
  counts.set(name, (counts.get(name) ?? 0) + 1)

export function cover(coverage: Coverage, history: History, diedAt: readonly string[]): void {
  for (const { view } of history.seen) count(coverage.stages, view.stage)
  for (const point of diedAt) count(coverage.deaths, point)
  const kinds = new Map(history.journal.operations.map(({ id, kind }) => [id, kind]))
  for (const { operation_id, from_state, name } of history.journal.events) {
    count(coverage.moves, `${kinds.get(operation_id) ?? ''} ${from_state ?? ''} ${name}`)
  }
}

/** All moves that the table allows. */
export const ALLOWED: readonly string[] = KINDS.flatMap((kind) =>
  STATES.flatMap((state) =>
    EVENTS.filter((event) => next(kind, state, event) !== undefined).map(
      (event) => `${kind} ${state} ${event}`,
    ),
  ),
)

/** What should have come up and did not, and what came up against the list above. */
export function gapsOf({ moves, stages }: Coverage): { missed: string[]; surprising: string[] } {
  const expected = ALLOWED.filter((move) => !UNREACHABLE.has(move))
  return {
    missed: [
      ...expected.filter((move) => !moves.has(move)),
      ...Object.keys(STAGES).filter((stage) => !stages.has(stage)),
    ],
    surprising: [...UNREACHABLE].filter((move) => moves.has(move)),
  }
}
