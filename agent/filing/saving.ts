// Check, plan and save: from the blocks of a workbook to intents in the journal. The worker does the rest.
import { fixesOf, type Fixes, type FixesWanted } from '../../templates/fixing/fixes.ts'
import type { PayloadHead } from '../../templates/payload/payload.ts'
import { columnsDiffering } from '../../templates/payload/same-document.ts'
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { Context } from '../../templates/tables/table.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import type { Taxpayer } from '../../templates/taxpayer.ts'
import type { CheckReport, RowStates } from '../http/outputs/check.ts'
import type { CheckedPlan, Difference, PlanView, SectionPlan } from '../http/outputs/plan.ts'
import type { ReturnView } from '../http/outputs/return.ts'
import { dayInIndia } from '../portal-time.ts'
import type { ReturnKey } from '../store/tables.ts'
import type { Acts } from './acts.ts'
import { check } from './check.ts'
import { compare, portalSide } from './compare.ts'
import { contextOf, type WorkbookOf } from './context.ts'
import { isUnsent } from './operation.ts'
import {
  idOf,
  mustTypeRemovals,
  planOf,
  REMOVALS_SHOWN,
  type Differing,
  type SectionChanges,
  type TableState,
} from './plan.ts'
import { NOTHING_REVIEWED, readState, resetAt, type ReturnState } from './return-view.ts'
import { rowStatesOf } from './row-states.ts'
import { isSessionOver } from './sessions.ts'
import { nameOfKey, snapshotOf, totalOf, wireOf, type Snapshot } from './snapshot.ts'
import { submissionsOf } from './submissions.ts'
import type { Tools } from './tools.ts'
import { beforeIn, beforeOf, tablesBefore, type Before } from './undo.ts'
import type { Worker } from './worker.ts'

export interface SaveOf {
  readonly plan: string
  readonly removals?: number | undefined
  readonly overwrite?: readonly string[] | undefined
  readonly takeOver?: boolean | undefined
}

export interface Saving {
  check(workbook: WorkbookOf): Promise<Result<CheckReport>>
  /** What became of every row, as far as the portal confirmed or refused it. */
  rowStates(workbook: WorkbookOf): Promise<Result<RowStates>>
  fixes(workbook: WorkbookOf, wanted: FixesWanted): Promise<Result<Fixes>>
  plan(workbook: WorkbookOf): Promise<Result<CheckedPlan>>
  /** A plan that brings back what the portal held before the last save that sent anything. Refuses `nothing-to-undo`. */
  planUndo(key: ReturnKey): Promise<Result<PlanView>>
  save(key: ReturnKey, of: SaveOf): Promise<Result<ReturnView>>
  /** Parts of a save that were not yet sent stay here; those that were are followed up. Refuses `nothing-to-stop`. */
  stopSaving(key: ReturnKey): Promise<Result<ReturnView>>
}

interface OpenPlan {
  readonly id: string
  readonly tables: readonly TableState[]
  readonly head: PayloadHead
  /** What is kept of the sheets; `behind` are good documents that will not be sent. */
  readonly snapshot: (behind: readonly WireDocument[]) => Snapshot
  /** An undo says nothing of documents that the save did not touch, so what others did to them stays to be asked about. */
  readonly isUndo: boolean
  readonly workbook: Pick<WorkbookOf, 'id' | 'name'>
  readonly otherWorkbook: PlanView['otherWorkbook']
  /** The last operation the plan knows of. */
  readonly seq: number
}

const DIFFERENCES_SHOWN = 500

export function createSaving(tools: Tools, acts: Acts, worker: Worker): Saving {
  const { journal, sessions, environment, clock } = tools
  const plans = new Map<string, OpenPlan>()
  const nameOf = (key: ReturnKey) => `${key.gstin} ${key.period}`

  async function read(workbook: WorkbookOf) {
    const context = await contextOf(tools, workbook)
    if (!context.ok) return context
    const today = dayInIndia(tools.portalTime.now())
    const checked = check(workbook.blocks, context.value, today)
    const { sheets, notRead } = checked.reading
    if (sheets.length === 0 && notRead.every(({ problem }) => problem.severity !== 'error')) {
      return refuse('workbook-empty')
    }
    return done({ ...checked, context: context.value })
  }

  /** Whether the portal could be asked what it holds. Without an answer the plan rests on what it last confirmed. */
  async function ask(key: ReturnKey): Promise<PlanView['portal']> {
    const access = await acts.access(key)
    if (!access.ok) return 'not-signed-in'
    const outcome = await compare(tools, key, access.value)
    if (outcome.kind === 'compared') return 'asked'
    if (outcome.kind === 'being-prepared' || !isSessionOver(outcome)) return 'no-answer'
    await sessions.drop(key.gstin)
    return 'not-signed-in'
  }

  /** Keeps the plan for `save`, and shows it. */
  async function offer(
    key: ReturnKey,
    portal: PlanView['portal'],
    plan: Omit<OpenPlan, 'id'>,
  ): Promise<PlanView> {
    const open: OpenPlan = { ...plan, id: tools.newId() }
    plans.set(nameOf(key), open)
    const changes = planOf(await portalSide(tools, key), open.tables)
    const differing = changes.flatMap((section) => section.differing)
    return {
      plan: open.id,
      submissions: submissionsOf(open.head, changes, TABLES).length,
      sections: changes.map(sectionPlan),
      differences: differing.slice(0, DIFFERENCES_SHOWN).map(differenceOf),
      differenceCount: differing.length,
      portal,
      ...(open.otherWorkbook !== undefined && { otherWorkbook: open.otherWorkbook }),
    }
  }

  return {
    async fixes(workbook, wanted) {
      const context = await contextOf(tools, workbook)
      return context.ok ? done(fixesOf(workbook.blocks, context.value, wanted)) : context
    },

    async check(workbook) {
      const checked = await read(workbook)
      return checked.ok ? done(checked.value.report) : checked
    },

    async rowStates(workbook) {
      const checked = await read(workbook)
      if (!checked.ok) return checked
      const { gstin, period } = workbook
      const key: ReturnKey = { environment, gstin, period }
      const state = await readState(tools, key)
      return done(rowStatesOf(checked.value.reading, await portalSide(tools, key), state))
    },

    plan(workbook) {
      const { gstin, period, id, name } = workbook
      const key: ReturnKey = { environment, gstin, period }
      return acts.inTurn(key, async () => {
        const state = await acts.begin(key)
        if (!state.ok) return state
        const checked = await read(workbook)
        if (!checked.ok) return checked
        const { reading, report, context } = checked.value
        const documents = wireOf(reading)
        const plan = await offer(key, await ask(key), {
          tables: reading.sheets.map(({ table, held }) => ({
            table,
            held,
            documents: documents.filter((document) => document.table === table.id),
          })),
          head: headOf(context),
          snapshot: (behind) => snapshotOf(reading, documents, behind),
          isUndo: false,
          workbook: { id, name },
          otherWorkbook: otherWorkbook(state.value, id),
          seq: lastSeq(state.value),
        })
        return done({ ...plan, check: report })
      })
    },

    planUndo: (key) =>
      acts.inTurn(key, async () => {
        const state = await acts.begin(key)
        if (!state.ok) return state
        const { snapshot } = state.value
        const before = await tools.journal.lastTouching(key)
        if (snapshot === undefined || !before || before.at < resetAt(state.value.operations)) {
          return refuse('nothing-to-undo')
        }
        const context = await contextOf(tools, key)
        if (!context.ok) return context
        const portal = await ask(key)
        const touched = beforeIn(before.before ?? '[]')
        const plan = await offer(key, portal, {
          tables: tablesBefore(await portalSide(tools, key), touched),
          head: headOf(context.value),
          snapshot: () => withHeldBack(snapshot.content, touched),
          isUndo: true,
          workbook: {},
          otherWorkbook: undefined,
          seq: lastSeq(state.value),
        })
        const isNothing = plan.submissions + plan.differenceCount === 0
        return isNothing ? refuse('nothing-to-undo') : done({ ...plan, undoes: before.at })
      }),

    save: (key, { plan, removals, overwrite = [], takeOver = false }) =>
      acts.inTurn(key, async () => {
        const state = await acts.begin(key)
        if (!state.ok) return state
        const open = plans.get(nameOf(key))
        if (open?.id !== plan || open.seq !== lastSeq(state.value)) return refuse('plan-outdated')
        if (open.otherWorkbook !== undefined && !takeOver) {
          return refuse('another-workbook', { name: open.otherWorkbook.name })
        }
        const side = await portalSide(tools, key)
        const changes = planOf(side, open.tables, new Set(overwrite))
        const gone = changes.reduce((sum, { removed }) => sum + removed.length, 0)
        if (changes.some(mustTypeRemovals) && removals !== gone) {
          return refuse('removals-not-typed', { removals: gone })
        }
        plans.delete(nameOf(key))
        const bodies = submissionsOf(open.head, changes, TABLES)
        const behind = changes.flatMap(({ waiting, differing }) => [
          ...waiting,
          ...differing.flatMap(({ ours }) => ours ?? []),
        ])
        const before = beforeOf(side, changes)
        const snapshot = {
          id: tools.newId(),
          content: JSON.stringify(open.snapshot(behind)),
          before: before.length === 0 ? null : JSON.stringify(before),
        }
        const at = clock.now().toISOString()
        await journal.intend(
          key,
          bodies.map((body) => ({ kind: 'SAVE', snapshot: snapshot.id, body })),
          {
            snapshot,
            ofReturn: {
              refusal: null,
              left_out: null,
              ...(open.workbook.id !== undefined && {
                saved_from: JSON.stringify({ ...open.workbook, at }),
              }),
              ...(bodies.length > 0 && { ...NOTHING_REVIEWED, compare_due: 1, read_back: null }),
            },
            ...(!open.isUndo && {
              confirmed: changes.flatMap((section) => section.adopted),
              removed: changes.flatMap((section) => section.forgotten),
            }),
          },
        )
        await tools.at('save:intended')
        worker.kick(key)
        return acts.after(key, done(undefined))
      }),

    stopSaving: (key) =>
      acts.inTurn(key, async () => {
        const unsent = (await journal.operationsOf(key)).filter(isUnsent)
        if (unsent.length === 0) return refuse('nothing-to-stop')
        for (const operation of unsent) {
          await acts.settle(operation, 'give-up', { note: 'stopped by the user' })
        }
        const parts = (await journal.operationsOf(key)).filter(
          ({ snapshot_id }) => snapshot_id === unsent[0]?.snapshot_id,
        )
        // Where nothing of the save ever left, there is nothing to compare, and nobody need sign in for it.
        if (parts.every(({ state, sent_at }) => state === 'VOID' && sent_at === null)) {
          await journal.changeReturn(key, { compare_due: 0 })
        }
        worker.kick(key)
        return acts.after(key, done(undefined))
      }),
  }
}

const headOf = ({ taxpayer, gstin, period }: Context & { taxpayer: Taxpayer }): PayloadHead => ({
  gstin,
  period,
  turnover: taxpayer.turnover,
  turnoverToDate: taxpayer.turnoverToDate,
})

/** What the sheets held, with what an undo takes out of the return again. */
const withHeldBack = (content: Snapshot, touched: readonly Before[]): Snapshot => ({
  ...content,
  heldBack: [
    ...new Set([...content.heldBack, ...touched.map(({ table, key }) => nameOfKey(table, key))]),
  ],
})

const lastSeq = ({ operations }: Pick<ReturnState, 'operations'>): number =>
  operations.at(-1)?.seq ?? 0

interface SavedFrom {
  readonly id: string
  readonly name?: string
  readonly at: string
}

const workbookOf = ({ known }: ReturnState): SavedFrom | undefined =>
  known.saved_from === null ? undefined : (JSON.parse(known.saved_from) as SavedFrom)

/** The workbook of the last save, where it is not this one. A caller that gives no id is not asked. */
function otherWorkbook(state: ReturnState, id: string | undefined): PlanView['otherWorkbook'] {
  const last = workbookOf(state)
  if (last === undefined || id === undefined || last.id === id) return undefined
  return { name: last.name ?? '', at: last.at }
}

const sectionPlan = (section: SectionChanges): SectionPlan => ({
  section: section.section,
  added: totalOf(section.added),
  changed: totalOf(section.changed),
  // Entries, which is what must be typed: in totals a series of documents issued counts for its documents.
  removed: { ...totalOf(section.removed), count: section.removed.length },
  unchanged: section.unchanged,
  heldBack: section.heldBack,
  waiting: section.waiting.length,
  whole: section.whole !== undefined,
  firstRemoved: section.removed
    .slice(0, REMOVALS_SHOWN)
    .map(({ table, key: gone }) => nameOfKey(table, gone)),
  mustTypeRemovals: mustTypeRemovals(section),
})

const differenceOf = ({ kind, table, key, ours, theirs }: Differing): Difference => ({
  id: idOf({ table: table.id, key }),
  kind,
  section: table.section,
  document: nameOfKey(table.id, key),
  ...(ours !== undefined && { ours: totalOf([ours]) }),
  ...(theirs !== undefined && { theirs: totalOf([theirs]) }),
  columns: ours && theirs ? columnsDiffering(table, ours, theirs) : [],
})
