// The return's life as the pane asks for it: check, plan, save, prepare, review, sign, file. Each act is refused where it
// does not belong; the work itself goes on in the worker, with or without a pane.
import type { Block } from '../../templates/block.ts'
import { monthOf, type Gstin, type Period } from '../../templates/identifiers.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import type { Reading } from '../../templates/reading/read-workbook.ts'
import type { Context } from '../../templates/tables/table.ts'
import type { Taxpayer } from '../../templates/taxpayer.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import type { Summary } from '../../templates/wire/answers.ts'
import type { CheckReport, PlanView, ReturnView, Review } from '../http/contract.ts'
import type { ReturnKey } from '../store/tables.ts'
import { check } from './check.ts'
import { track } from './confirm.ts'
import { createFiler } from './file.ts'
import { mustTypeRemovals, planOf, REMOVALS_SHOWN, type SectionChanges } from './plan.ts'
import { refusalOf } from './refusal.ts'
import { isLeftOut, notSent, readState, stageIn, viewOf, type ReturnState } from './return-view.ts'
import { reviewOf } from './review.ts'
import { isSessionOver } from './sessions.ts'
import { nameOfKey, snapshotOf, totalOf } from './snapshot.ts'
import { isIdle } from './stage.ts'
import { submissionsOf } from './submissions.ts'
import type { Tools } from './tools.ts'
import { createWorker } from './worker.ts'

export interface WorkbookOf {
  readonly gstin: Gstin
  readonly period: Period
  readonly blocks: readonly Block[]
  readonly boundTo?: string | undefined
}

export interface Filing {
  check(workbook: WorkbookOf): Promise<Result<CheckReport>>
  plan(workbook: WorkbookOf): Promise<Result<PlanView>>
  save(key: ReturnKey, plan: string, removals: number | undefined): Promise<Result<ReturnView>>
  state(key: ReturnKey): Promise<ReturnView>
  prepare(key: ReturnKey): Promise<Result<ReturnView>>
  prepareNil(key: ReturnKey, confirmation: string): Promise<Result<ReturnView>>
  reset(key: ReturnKey, confirmation: string): Promise<Result<ReturnView>>
  review(key: ReturnKey): Promise<Result<Review>>
  leaveOut(key: ReturnKey, documents: readonly string[]): Promise<Result<ReturnView>>
  requestEvc(key: ReturnKey, checksum: string): Promise<Result<ReturnView>>
  file(
    key: ReturnKey,
    signing: { checksum: string; otp: string; confirmation: string },
  ): Promise<Result<ReturnView>>
  signedOnPortal(key: ReturnKey): Promise<Result<ReturnView>>
  /** A person who looked on the portal says that a lost filing is not there. */
  notFiled(key: ReturnKey, confirmation: string): Promise<Result<ReturnView>>
  /** Takes up all open work: at start, and for one taxpayer after a sign-in. */
  resume(gstin?: Gstin): Promise<void>
  stop(): Promise<void>
}

interface OpenPlan {
  readonly id: string
  readonly changes: readonly SectionChanges[]
  readonly bodies: readonly string[]
  readonly reading: Reading
  readonly documents: readonly WireDocument[]
  /** The last operation the plan knows of. */
  readonly seq: number
}

export function createFiling(tools: Tools): Filing {
  const { journal, portal, sessions, settings, environment, clock } = tools
  const worker = createWorker(tools)
  const filer = createFiler(tools)
  const plans = new Map<string, OpenPlan>()
  /** Acts of one return run one after another: a double click is two acts. */
  const queues = new Map<string, Promise<unknown>>()

  const keyOf = ({ gstin, period }: { gstin: Gstin; period: Period }): ReturnKey => ({
    environment,
    gstin,
    period,
  })
  const idOf = (key: ReturnKey) => `${key.gstin} ${key.period}`

  function inTurn<T>(key: ReturnKey, act: () => Promise<T>): Promise<T> {
    const mine = (queues.get(idOf(key)) ?? Promise.resolve()).then(act)
    queues.set(
      idOf(key),
      mine.catch(() => undefined),
    )
    return mine
  }

  async function contextOf({
    gstin,
    period,
    boundTo,
  }: WorkbookOf): Promise<Result<Context & { taxpayer: Taxpayer }>> {
    const taxpayer = await settings.taxpayer(environment, gstin)
    if (taxpayer === undefined) return refuse('taxpayer-unknown', { gstin })
    if (monthOf(period) > clock.now().toISOString().slice(0, 7)) {
      return refuse('period-not-begun', { month: monthOf(period) })
    }
    if (boundTo !== undefined && boundTo !== gstin) {
      return refuse('workbook-of-another-gstin', { bound: boundTo, gstin })
    }
    return done({ taxpayer, gstin, period })
  }

  async function read(workbook: WorkbookOf) {
    const context = await contextOf(workbook)
    if (!context.ok) return context
    const checked = check(workbook.blocks, context.value)
    if (checked.reading.sheets.length === 0 && checked.report.problemCount === 0) {
      return refuse('workbook-empty')
    }
    return done({ ...checked, context: context.value })
  }

  const view = async (key: ReturnKey) => viewOf(key, await readState(journal, key), worker)

  /** The result of an act, with the return as it now stands. */
  const after = async (key: ReturnKey, result: Result<unknown>): Promise<Result<ReturnView>> => {
    tools.moved(key)
    return result.ok ? done(await view(key)) : result
  }

  /** Refuses an act that does not belong to the return's present stage. */
  async function beginAct(key: ReturnKey): Promise<Result<Awaited<ReturnType<typeof readState>>>> {
    const state = await readState(journal, key)
    const stage = stageIn(state)
    if (state.known.arn !== null) return refuse('already-filed', { arn: state.known.arn })
    if (!isIdle(stage)) return refuse('busy', { kind: stage })
    return done(state)
  }

  /** Records the intent of a proceed or a reset, which voids what was reviewed, and lets the worker do it. */
  async function write(
    key: ReturnKey,
    kind: 'PROCEED' | 'RESET',
    more = {},
  ): Promise<Result<ReturnView>> {
    const body = JSON.stringify({ gstin: key.gstin, ret_period: key.period, ...more })
    await journal.intend(key, [{ kind, snapshot: undefined, body }], undefined, NOTHING_REVIEWED)
    worker.kick(key)
    return after(key, done(undefined))
  }

  async function prepared(key: ReturnKey) {
    const state = await beginAct(key)
    if (!state.ok) return state
    const stage = stageIn(state.value)
    const ready = ['ready', 'otpRequested', 'awaitingPortalSignature'].includes(stage)
    return ready ? state : refuse('not-prepared')
  }

  async function unlocked(key: ReturnKey) {
    const state = await prepared(key)
    if (!state.ok) return state
    const held = notSent(state.value)
    const locked = held.length > 0 && !isLeftOut(state.value)
    return locked ? refuse('held-back-locks', { count: held.length }) : state
  }

  return {
    async check(workbook) {
      const checked = await read(workbook)
      return checked.ok ? done(checked.value.report) : checked
    },

    async plan(workbook) {
      const key = keyOf(workbook)
      const state = await beginAct(key)
      if (!state.ok) return state
      const checked = await read(workbook)
      if (!checked.ok) return checked
      const { reading, documents, report, context } = checked.value
      const tables = reading.sheets.map(({ table, held }) => ({
        table,
        held,
        documents: documents.filter((document) => document.table === table.id),
      }))
      const changes = planOf(await journal.confirmed(key), tables)
      const { gstin, period, taxpayer } = context
      const { turnover, turnoverToDate } = taxpayer
      const bodies = submissionsOf({ gstin, period, turnover, turnoverToDate }, changes, TABLES)
      const open: OpenPlan = {
        id: tools.newId(),
        changes,
        bodies,
        reading,
        documents,
        seq: lastSeq(state.value),
      }
      plans.set(idOf(key), open)
      return done({
        plan: open.id,
        check: report,
        submissions: bodies.length,
        sections: changes.map((section) => ({
          section: section.section,
          added: totalOf(section.added),
          changed: totalOf(section.changed),
          // Entries, which is what must be typed; a series of documents issued counts its documents in totals.
          removed: { ...totalOf(section.removed), count: section.removed.length },
          unchanged: section.unchanged,
          heldBack: section.heldBack,
          waiting: section.waiting.length,
          whole: section.whole !== undefined,
          firstRemoved: section.removed
            .slice(0, REMOVALS_SHOWN)
            .map(({ table, key: gone }) => nameOfKey(table, gone)),
          mustTypeRemovals: mustTypeRemovals(section),
        })),
      })
    },

    save: (key, plan, removals) =>
      inTurn(key, async () => {
        const state = await beginAct(key)
        if (!state.ok) return state
        const open = plans.get(idOf(key))
        if (open?.id !== plan || open.seq !== lastSeq(state.value)) return refuse('plan-outdated')
        const gone = open.changes.reduce((sum, { removed }) => sum + removed.length, 0)
        if (open.changes.some(mustTypeRemovals) && removals !== gone) {
          return refuse('removals-not-typed', { removals: gone })
        }
        plans.delete(idOf(key))
        const snapshot = {
          id: tools.newId(),
          content: JSON.stringify(
            snapshotOf(
              open.reading,
              open.documents,
              open.changes.flatMap(({ waiting }) => waiting),
            ),
          ),
        }
        await journal.intend(
          key,
          open.bodies.map((body) => ({ kind: 'SAVE', snapshot: snapshot.id, body })),
          snapshot,
          {
            refusal: null,
            left_out: null,
            ...(open.bodies.length > 0 && NOTHING_REVIEWED),
          },
        )
        await tools.at('save:intended')
        worker.kick(key)
        return after(key, done(undefined))
      }),

    state: view,

    prepare: (key) =>
      inTurn(key, async () => {
        const state = await beginAct(key)
        if (!state.ok) return state
        if (state.value.snapshot === undefined) return refuse('nothing-saved')
        return write(key, 'PROCEED')
      }),

    prepareNil: (key, confirmation) =>
      inTurn(key, async () => {
        const state = await beginAct(key)
        if (!state.ok) return state
        if (!state.value.empty) return refuse('nil-has-data')
        if (confirmation !== 'NIL') return refuse('word-not-typed', { word: 'NIL' })
        return write(key, 'PROCEED', { isnil: 'Y' })
      }),

    reset: (key, confirmation) =>
      inTurn(key, async () => {
        const state = await beginAct(key)
        if (!state.ok) return state
        if (confirmation !== 'RESET') return refuse('word-not-typed', { word: 'RESET' })
        return write(key, 'RESET')
      }),

    review: (key) =>
      inTurn(key, async () => {
        const state = await prepared(key)
        if (!state.ok) return state
        const token = await sessions.token(key.gstin)
        if (token === undefined) return refuse('sign-in-needed', { gstin: key.gstin })
        await journal.countCall(key)
        const outcome = await portal.summary({ token, gstin: key.gstin, period: key.period })
        if (isSessionOver(outcome)) await sessions.drop(key.gstin)
        if (outcome.kind !== 'answer') return refusalOf(outcome, 'summary')
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
        return done(reviewOf(summary, state.value.snapshot?.content, { takenAt, heldBack }))
      }),

    leaveOut: (key, documents) =>
      inTurn(key, async () => {
        const state = await beginAct(key)
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
        // Whatever becomes of it, a fault of ours included: what was sent is followed up.
        const result = await filer.file(key, signing).finally(() => worker.kick(key))
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
        if (tracked.kind === 'sign-in') return refuse('sign-in-needed', { gstin: key.gstin })
        if (tracked.kind !== 'filed') return refuse('no-arn-yet')
        const { arn, on } = tracked.filed
        await journal.changeReturn(key, { arn, filed_on: on, refusal: null })
        return after(key, done(undefined))
      }),

    notFiled: (key, confirmation) =>
      inTurn(key, async () => {
        const { operations } = await readState(journal, key)
        const lost = operations.findLast(
          ({ kind, state }) => kind === 'FILE' && state === 'UNKNOWN',
        )
        if (lost === undefined) return refuse('nothing-unknown')
        if (clock.now().getTime() < Date.parse(lost.fence_until ?? '')) {
          return refuse('fence-stands', { until: (lost.fence_until ?? '').slice(11, 16) + ' UTC' })
        }
        if (confirmation !== 'NOT FILED') return refuse('word-not-typed', { word: 'NOT FILED' })
        const { tracked } = await track(tools, key)
        if (tracked.kind !== 'filed') {
          await journal.move(lost, 'give-up', { note: 'a person looked on the portal: not filed' })
        }
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

const lastSeq = ({ operations }: Pick<ReturnState, 'operations'>): number =>
  operations.at(-1)?.seq ?? 0

/** What a write leaves of an earlier review. */
const NOTHING_REVIEWED = {
  refusal: null,
  summary: null,
  reviewed_checksum: null,
  evc_checksum: null,
  evc_at: null,
  awaiting_signature: 0,
} as const
