// The return's life as the pane asks for it: check, plan, save, prepare, review, sign, file. Each act is refused where it
// does not belong; the work itself goes on in the worker, with or without a pane.
import type { Gstin } from '../../templates/identifiers.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { Summary } from '../../templates/wire/answers.ts'
import type { ReturnView } from '../http/outputs/return.ts'
import type { Review, SectionRows } from '../http/outputs/review.ts'
import type { ReturnKey } from '../store/tables.ts'
import { timeInIndia } from '../portal-time.ts'
import { createActs } from './acts.ts'
import { createChecking, type Checking } from './checking.ts'
import { compare } from './compare.ts'
import { track } from './confirm.ts'
import { createFiler } from './file.ts'
import { createLooking, type Looking } from './looking.ts'
import { createReconciling, type Reconciling } from './reconciling.ts'
import { refusalInSession } from './refusal.ts'
import { isPreparedNil, NOTHING_REVIEWED, notSent } from './return-view.ts'
import { bothSides, differencesReviewed, reviewOf } from './review.ts'
import { rowsOfSection, type RowsOf } from './rows-of-section.ts'
import { createPlanning, type Planning } from './planning.ts'
import { createSaving, type Saving } from './saving.ts'
import { isNothing } from './summary.ts'
import type { Tools } from './tools.ts'
import { createWorker } from './worker.ts'

export interface Filing
  extends Checking, Pick<Planning, 'plan' | 'planUndo'>, Saving, Looking, Reconciling {
  state(key: ReturnKey): Promise<ReturnView>
  prepare(key: ReturnKey): Promise<Result<ReturnView>>
  prepareNil(key: ReturnKey, confirmation: string): Promise<Result<ReturnView>>
  reset(key: ReturnKey, confirmation: string): Promise<Result<ReturnView>>
  review(key: ReturnKey): Promise<Result<Review>>
  rowsOf(key: ReturnKey, of: RowsOf): Promise<Result<SectionRows>>
  leaveOut(key: ReturnKey, documents: readonly string[]): Promise<Result<ReturnView>>
  requestEvc(key: ReturnKey, checksum: string): Promise<Result<ReturnView>>
  file(
    key: ReturnKey,
    signing: {
      checksum: string
      otp: string
      confirmation: string
      differences?: string | undefined
    },
  ): Promise<Result<ReturnView>>
  signedOnPortal(key: ReturnKey): Promise<Result<ReturnView>>
  /** A person who looked on the portal says that a lost filing is not there. */
  notFiled(key: ReturnKey, confirmation: string): Promise<Result<ReturnView>>
  /** A person who looked on the portal read the ARN of a lost filing there. */
  filedOnPortal(key: ReturnKey, arn: string): Promise<Result<ReturnView>>
  /** Takes up all open work: at start, and for one taxpayer after a sign-in. */
  resume(gstin?: Gstin): Promise<void>
  stop(): Promise<void>
}

/** What a user types to file what the portal holds though the sheets differ. */
const WITH_DIFFERENCE = 'FILE WITH THIS DIFFERENCE'

export function createFiling(tools: Tools): Filing {
  const { journal, portal, environment, clock } = tools
  const worker = createWorker(tools)
  const filer = createFiler(tools)
  const acts = createActs(tools, worker)
  const planning = createPlanning(tools, acts)
  const { inTurn, begin, prepared, unlocked, settle, after } = acts

  /** Records the intent of a proceed or a reset, which voids what was reviewed, and lets the worker do it. */
  async function write(
    key: ReturnKey,
    kind: 'PROCEED' | 'RESET',
    more = {},
  ): Promise<Result<ReturnView>> {
    const body = JSON.stringify({ gstin: key.gstin, ret_period: key.period, ...more })
    await journal.intend(key, [{ kind, snapshot: undefined, body }], { ofReturn: NOTHING_REVIEWED })
    worker.kick(key)
    return after(key, done(undefined))
  }

  /** The filing whose answer was lost. */
  const lostFiling = async (key: ReturnKey) =>
    (await journal.operationsOf(key)).findLast(
      ({ kind, state }) => kind === 'FILE' && state === 'UNKNOWN',
    )

  return {
    ...createChecking(tools),
    plan: planning.plan,
    planUndo: planning.planUndo,
    ...createSaving(tools, acts, worker, planning),
    ...createLooking(tools, acts),
    ...createReconciling(tools),

    state: acts.view,

    prepare: (key) =>
      inTurn(key, async () => {
        const state = await begin(key)
        if (!state.ok) return state
        if (state.value.snapshot === undefined) return refuse('nothing-saved')
        return write(key, 'PROCEED')
      }),

    prepareNil: (key, confirmation) =>
      inTurn(key, async () => {
        const state = await begin(key)
        if (!state.ok) return state
        if (!state.value.empty) return refuse('nil-has-data')
        if (confirmation !== 'NIL') return refuse('word-not-typed', { word: 'NIL' })
        return write(key, 'PROCEED', { isnil: 'Y' })
      }),

    reset: (key, confirmation) =>
      inTurn(key, async () => {
        const state = await begin(key)
        if (!state.ok) return state
        if (confirmation !== 'RESET') return refuse('word-not-typed', { word: 'RESET' })
        return write(key, 'RESET')
      }),

    review: (key) =>
      inTurn(key, async () => {
        const state = await prepared(key)
        if (!state.ok) return state
        const access = await acts.access(key)
        if (!access.ok) return access
        const outcome = await portal.summary(access.value)
        if (outcome.kind !== 'answer') return refusalInSession(tools, key.gstin, outcome, 'summary')
        const summary: Summary = outcome.value
        const takenAt = clock.now().toISOString()
        const same = state.value.known.reviewed_checksum === summary.chksum
        await journal.changeReturn(key, {
          summary: JSON.stringify(summary),
          reviewed_checksum: summary.chksum,
          reviewed_at: takenAt,
          ...(!same && { evc_checksum: null, evc_at: null }),
        })
        tools.moved(key)
        const heldBack = notSent(state.value)
        const reviewed = async () =>
          reviewOf(summary, await bothSides(tools, key, state.value), { takenAt, heldBack })
        const review = await reviewed()
        if (review.rows.every(({ unexplained }) => isNothing(unexplained))) return done(review)
        // The sections that are not as we left them are read row by row; without an answer the rest stays unexplained.
        await compare(tools, key, access.value)
        return done(await reviewed())
      }),

    rowsOf: (key, of) => rowsOfSection(tools, key, of),

    leaveOut: (key, documents) =>
      inTurn(key, async () => {
        const state = await begin(key)
        if (!state.ok) return state
        const names = JSON.stringify(notSent(state.value))
        if (JSON.stringify(documents) !== names) return refuse('left-out-differs')
        await journal.changeReturn(key, { left_out: names })
        return after(key, done(undefined))
      }),

    requestEvc: (key, checksum) =>
      inTurn(key, async () => {
        const state = await unlocked(key)
        if (!state.ok) return state
        return after(key, await filer.requestEvc(key, checksum))
      }),

    file: (key, signing) =>
      inTurn(key, async () => {
        const state = await unlocked(key)
        if (!state.ok) return state
        const differences = isPreparedNil(state.value) ? [] : differencesReviewed(state.value)
        if (differences.length > 0 && signing.differences !== WITH_DIFFERENCE) {
          return refuse('review-differs', { word: WITH_DIFFERENCE })
        }
        // Whatever becomes of it, a fault of ours included: what was sent is followed up.
        const result = await filer
          .file(key, { ...signing, differences })
          .finally(() => worker.kick(key))
        // A lost answer is a state of the return, not a refusal of the act.
        const unknown = !result.ok && result.problem.code === 'outcome-unknown'
        return after(key, unknown ? done(undefined) : result)
      }),

    signedOnPortal: (key) =>
      inTurn(key, async () => {
        const state = await unlocked(key)
        if (!state.ok) return state
        await journal.changeReturn(key, { awaiting_signature: 1 })
        const { tracked } = await track(tools, key)
        if (tracked.kind !== 'filed') return refuse('no-arn-yet')
        const { arn, on } = tracked.filed
        await journal.changeReturn(key, { arn, filed_on: on, refusal: null })
        return after(key, done(undefined))
      }),

    notFiled: (key, confirmation) =>
      inTurn(key, async () => {
        const lost = await lostFiling(key)
        if (lost === undefined) return refuse('nothing-unknown')
        if (clock.now().getTime() < Date.parse(lost.fence_until ?? '')) {
          return refuse('fence-stands', { until: timeInIndia(new Date(lost.fence_until ?? '')) })
        }
        if (confirmation !== 'NOT FILED') return refuse('word-not-typed', { word: 'NOT FILED' })
        const { tracked } = await track(tools, key)
        if (tracked.kind !== 'filed') {
          await settle(lost, 'give-up', { note: 'a person looked on the portal: not filed' })
        }
        worker.kick(key)
        return after(key, done(undefined))
      }),

    filedOnPortal: (key, arn) =>
      inTurn(key, async () => {
        const known = await journal.returnOf(key)
        const lost = await lostFiling(key)
        // What was told may be told again: a slip of the finger is no evidence.
        if (lost === undefined && known.told_arn !== null && known.arn === null) {
          await journal.changeReturn(key, { told_arn: arn })
          return after(key, done(undefined))
        }
        if (lost === undefined) return refuse('nothing-unknown')
        await settle(lost, 'proved-done', {
          note: 'a person read its ARN on the portal',
          ofReturn: { told_arn: arn },
        })
        worker.kick(key)
        return after(key, done(undefined))
      }),

    async resume(gstin) {
      for (const key of await journal.unfinished()) {
        if (key.environment !== environment || (gstin !== undefined && key.gstin !== gstin))
          continue
        // In its turn, which nobody here waits for: the worker must not come upon a filing that is being sent.
        void inTurn(key, () => Promise.resolve(worker.kick(key)))
      }
    },

    stop: () => worker.stop(),
  }
}
