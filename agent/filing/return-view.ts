// A return as the pane sees it.
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import type { Problem } from '../../templates/problems/problem.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import type { OperationRow, ReturnKey, ReturnRow } from '../store/tables.ts'
import type { ReturnView, Signed } from '../http/outputs/return.ts'
import { isNil } from './drive.ts'
import { otpsLeft, otpView, type OtpsLeft } from './evc-otps.ts'
import { isOver } from './operation.ts'
import { usualOf } from './patience.ts'
import { idOf } from './plan.ts'
import { partsOf, refusedIn } from './refused.ts'
import { nameOfKey, type Snapshot } from './snapshot.ts'
import { stageOf } from './stage.ts'
import type { Tools } from './tools.ts'
import { problemsOf, sentIn, type Verdict } from './verdict.ts'
import type { Worker } from './worker.ts'

/** Everything the journal holds of a return, read once. */
export interface ReturnState {
  readonly known: ReturnRow
  readonly operations: readonly OperationRow[]
  readonly snapshot:
    { readonly id: string; readonly at: string; readonly content: Snapshot } | undefined
  /** The portal holds nothing that we know of. */
  readonly empty: boolean
  readonly calls: number
  readonly otps: OtpsLeft
  /** Of a filing that was sent. */
  readonly signed: Signed | undefined
  /** Milliseconds the portal lately took for what is under way. */
  readonly usual: number | undefined
  /** Milliseconds this computer is ahead of the portal. */
  readonly ahead: number
}

export async function readState(tools: Tools, key: ReturnKey): Promise<ReturnState> {
  const { journal, held, evidence, portalTime } = tools
  const known = await journal.returnOf(key)
  const operations = await journal.operationsOf(key)
  const last = await journal.lastSnapshot(key)
  const open = operations.find(({ state }) => !isOver(state))
  const stands = last !== undefined && isAfterReset(operations, last)
  return {
    known,
    operations,
    snapshot: stands
      ? { id: last.id, at: last.at, content: JSON.parse(last.content) as Snapshot }
      : undefined,
    empty: !(await held.any(key)),
    calls: await evidence.count(key),
    otps: await otpsLeft(tools, key.gstin),
    signed: await signedIn(tools, operations),
    usual: open && usualOf(await journal.lately(key.environment, open.kind)),
    ahead: portalTime.ahead(),
  }
}

/**
 * Whether a save still counts: a reset makes void what was saved before it. By the order of their operations, since clocks
 * are set back; a save that had nothing to send has none, and goes by the time.
 */
export function isAfterReset(
  operations: readonly OperationRow[],
  save: { readonly id: string; readonly at: string },
): boolean {
  const reset = operations.findLast(({ kind, state }) => kind === 'RESET' && state === 'DONE')
  if (reset === undefined) return true
  const own = operations.find(({ snapshot_id }) => snapshot_id === save.id)
  return own === undefined ? save.at > reset.created_at : own.seq > reset.seq
}

/** What the journal keeps of the last filing that was sent. Filings of earlier versions have no such note. */
async function signedIn(
  { journal }: Tools,
  operations: readonly OperationRow[],
): Promise<Signed | undefined> {
  const filing = operations.findLast(({ kind, sent_at }) => kind === 'FILE' && sent_at !== null)
  const [sent] = filing === undefined ? [] : await journal.eventsOf(filing, 'send')
  return sent?.note ? (JSON.parse(sent.note) as Signed) : undefined
}

/** A clock that is so far off is told (milliseconds). */
const CLOCK_TOLERANCE = 120_000

export const stageIn = ({ known, operations, snapshot }: ReturnState) =>
  stageOf(known, operations, snapshot?.id)

/**
 * Documents that are not in the return as the sheets have them: held back by us, on a sheet that could not be read (told as
 * one), refused by the portal one by one or with the part of the save they were in, or in a part that was stopped.
 */
export function notSent(state: ReturnState): string[] {
  const refused = [...refusedIn(state).values()].map(({ sent }) => sent)
  const missing = [...refused, ...stoppedIn(state)]
  const names = missing.map(({ table, key }) => nameOfKey(table, key))
  return [...new Set([...(state.snapshot?.content.heldBack ?? []), ...names])]
}

/** Documents in the parts of the newest save that were stopped. */
const stoppedIn = (state: ReturnState): WireDocument[] =>
  partsOf(state)
    .filter((part) => part.state === 'VOID')
    .flatMap(({ body }) => sentIn(body, TABLES))

/** Exactly these were left out knowingly. */
export const isLeftOut = ({ known }: ReturnState, missing: readonly string[]): boolean =>
  known.left_out === JSON.stringify(missing)

/** The last proceed was for a return without any supplies. */
export const isPreparedNil = ({ operations }: Pick<ReturnState, 'operations'>): boolean => {
  const proceed = operations.findLast(({ kind, state }) => kind === 'PROCEED' && state === 'DONE')
  return proceed !== undefined && isNil(proceed)
}

export function viewOf(key: ReturnKey, state: ReturnState, worker: Worker): ReturnView {
  const { known, operations, snapshot } = state
  const work = worker.workOf(key, operations)
  const verdicts = verdictsOf(state)
  const sent = verdicts.reduce((sum, verdict) => sum + verdict.sent, 0)
  // A document is refused once, however many mistakes the portal found in it.
  const refused = new Set(verdicts.flatMap(({ refusals }) => refusals.map(idOf))).size
  const stopped = stoppedIn(state).length
  const heldBack = notSent(state)
  const content = snapshot?.content
  return {
    environment: key.environment,
    gstin: key.gstin,
    period: key.period,
    stage: stageIn(state),
    ...(work !== undefined && {
      work: {
        ...work,
        ...(state.usual !== undefined && { usual: Math.round(state.usual / 1000) }),
      },
    }),
    ...(known.refusal !== null && { refusal: JSON.parse(known.refusal) as Problem }),
    verdict: content ? verdicts.flatMap((verdict) => problemsOf(verdict, content)) : [],
    ...(snapshot && {
      lastSave: {
        at: snapshot.at,
        sent,
        accepted: sent - refused,
        refused,
        ...(stopped > 0 && { stopped }),
      },
    }),
    heldBack,
    leftOut: isLeftOut(state, heldBack),
    nil: isPreparedNil(state),
    empty: state.empty,
    ...(known.read_back !== null && { readBack: known.read_back }),
    otp: otpView(state.otps, known.evc_at),
    ...(state.signed !== undefined && { signed: state.signed }),
    ...(known.ack !== null && { ack: known.ack }),
    ...(known.told_arn !== null && { toldArn: known.told_arn }),
    ...(known.arn !== null && { arn: known.arn }),
    ...(known.filed_on !== null && { filedOn: known.filed_on }),
    ...(Math.abs(state.ahead) > CLOCK_TOLERANCE && {
      clockAhead: Math.round(state.ahead / 60_000),
    }),
    calls: state.calls,
  }
}

/** Verdicts of the newest save. */
const verdictsOf = (state: ReturnState): Verdict[] =>
  partsOf(state).flatMap(({ outcome }) => {
    const { verdict } = JSON.parse(outcome ?? '{}') as { verdict?: Verdict }
    return verdict ?? []
  })

/** What a write leaves of an earlier review. */
export const NOTHING_REVIEWED = {
  refusal: null,
  summary: null,
  reviewed_checksum: null,
  evc_checksum: null,
  evc_at: null,
  awaiting_signature: 0,
} as const
