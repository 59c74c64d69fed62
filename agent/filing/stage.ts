// Where a return stands, derived from its operations: never stored, so it can never disagree with them.
import type { Stage } from '../http/outputs/return.ts'
import type { OperationKind, OperationRow, ReturnRow } from '../store/tables.ts'
import { isOver } from './operation.ts'

type Known = Pick<
  ReturnRow,
  'arn' | 'filed_elsewhere' | 'awaiting_signature' | 'evc_checksum' | 'summary' | 'compare_due'
>
type Done = Pick<OperationRow, 'kind' | 'state' | 'seq' | 'snapshot_id'>

/** `operations` in order; `lastSnapshot` is the newest save's. */
export function stageOf(
  known: Known,
  operations: readonly Done[],
  lastSnapshot: string | undefined,
): Stage {
  if (known.arn !== null) return known.filed_elsewhere === 1 ? 'filedElsewhere' : 'filed'
  const filing = operations.findLast(({ kind }) => kind === 'FILE')
  if (filing?.state === 'DONE') return 'accepted'
  if (filing !== undefined && !isOver(filing.state)) return 'filing'
  if (operations.some(({ kind, state }) => kind === 'SAVE' && !isOver(state))) return 'saving'
  if (operations.some(({ kind, state }) => kind === 'RESET' && !isOver(state))) return 'resetting'
  if (operations.some(({ kind, state }) => kind === 'PROCEED' && !isOver(state))) return 'preparing'

  if (known.compare_due === 1) return 'saving'

  const saves = operations.filter(({ kind }) => kind === 'SAVE')
  const lastOf = (done: OperationKind) =>
    operations.findLast(({ kind, state }) => kind === done && state === 'DONE')?.seq ?? 0
  const changed = Math.max(saves.at(-1)?.seq ?? 0, lastOf('RESET'))
  if (lastOf('PROCEED') > changed) {
    if (known.awaiting_signature === 1) return 'awaitingPortalSignature'
    return known.evc_checksum === null ? 'ready' : 'otpRequested'
  }
  if (lastSnapshot === undefined) return 'draft'
  const last = saves.filter(({ snapshot_id }) => snapshot_id === lastSnapshot)
  return last.every(({ state }) => state === 'DONE') ? 'saved' : 'savedWithErrors'
}

/** Stages in which a new act may begin. */
export const isIdle = (stage: Stage): boolean =>
  !['saving', 'resetting', 'preparing', 'filing', 'accepted', 'filed', 'filedElsewhere'].includes(
    stage,
  )
