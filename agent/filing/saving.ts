// Check, plan and save: from the blocks of a workbook to intents in the journal. The worker does the rest.
import type { Block } from '../../templates/block.ts'
import { monthOf, type Gstin, type Period } from '../../templates/identifiers.ts'
import type { PayloadHead } from '../../templates/payload/payload.ts'
import { columnsDiffering } from '../../templates/payload/same-document.ts'
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { Reading } from '../../templates/reading/read-workbook.ts'
import type { Context } from '../../templates/tables/table.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import type { Taxpayer } from '../../templates/taxpayer.ts'
import type {
  CheckReport,
  Difference,
  PlanView,
  ReturnView,
  SectionPlan,
} from '../http/contract.ts'
import { dayInIndia, monthInIndia } from '../portal-time.ts'
import type { ReturnKey } from '../store/tables.ts'
import type { Acts } from './acts.ts'
import { check } from './check.ts'
import { compare, portalSide } from './compare.ts'
import {
  idOf,
  mustTypeRemovals,
  planOf,
  REMOVALS_SHOWN,
  type Differing,
  type SectionChanges,
  type TableState,
} from './plan.ts'
import { NOTHING_REVIEWED, type ReturnState } from './return-view.ts'
import { isSessionOver } from './sessions.ts'
import { nameOfKey, snapshotOf, totalOf, wireOf } from './snapshot.ts'
import { submissionsOf } from './submissions.ts'
import type { Tools } from './tools.ts'
import type { Worker } from './worker.ts'

export interface WorkbookOf {
  readonly gstin: Gstin
  readonly period: Period
  readonly blocks: readonly Block[]
  readonly boundTo?: string | undefined
  /** Tells the workbook from others that hold the same return. */
  readonly id?: string | undefined
  readonly name?: string | undefined
}

export interface SaveOf {
  readonly plan: string
  readonly removals?: number | undefined
  readonly overwrite?: readonly string[] | undefined
  readonly takeOver?: boolean | undefined
}

export interface Saving {
  check(workbook: WorkbookOf): Promise<Result<CheckReport>>
  plan(workbook: WorkbookOf): Promise<Result<PlanView>>
  save(key: ReturnKey, of: SaveOf): Promise<Result<ReturnView>>
}

interface OpenPlan {
  readonly id: string
  readonly tables: readonly TableState[]
  readonly head: PayloadHead
  readonly reading: Reading
  readonly documents: readonly WireDocument[]
  readonly workbook: Pick<WorkbookOf, 'id' | 'name'>
  readonly otherWorkbook: boolean
  /** The last operation the plan knows of. */
  readonly seq: number
}

const DIFFERENCES_SHOWN = 500

export function createSaving(tools: Tools, acts: Acts, worker: Worker): Saving {
  const { journal, settings, sessions, environment, clock } = tools
  const plans = new Map<string, OpenPlan>()
  const nameOf = (key: ReturnKey) => `${key.gstin} ${key.period}`

  async function contextOf({
    gstin,
    period,
    boundTo,
  }: WorkbookOf): Promise<Result<Context & { taxpayer: Taxpayer }>> {
    const taxpayer = await settings.taxpayer(environment, gstin)
    if (taxpayer === undefined) return refuse('taxpayer-unknown', { gstin })
    if (monthOf(period) > monthInIndia(tools.portalTime.now())) {
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

  return {
    async check(workbook) {
      const checked = await read(workbook)
      return checked.ok ? done(checked.value.report) : checked
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
        const { turnover, turnoverToDate } = context.taxpayer
        const portal = await ask(key)
        const other = otherWorkbook(state.value, id)
        const open: OpenPlan = {
          id: tools.newId(),
          tables: reading.sheets.map(({ table, held }) => ({
            table,
            held,
            documents: documents.filter((document) => document.table === table.id),
          })),
          head: { gstin, period, turnover, turnoverToDate },
          reading,
          documents,
          workbook: { id, name },
          otherWorkbook: other !== undefined,
          seq: lastSeq(state.value),
        }
        plans.set(nameOf(key), open)
        const changes = planOf(await portalSide(tools, key), open.tables)
        const differing = changes.flatMap((section) => section.differing)
        return done({
          plan: open.id,
          check: report,
          submissions: submissionsOf(open.head, changes, TABLES).length,
          sections: changes.map(sectionPlan),
          differences: differing.slice(0, DIFFERENCES_SHOWN).map(differenceOf),
          differenceCount: differing.length,
          portal,
          ...(other !== undefined && { otherWorkbook: other }),
        })
      })
    },

    save: (key, { plan, removals, overwrite = [], takeOver = false }) =>
      acts.inTurn(key, async () => {
        const state = await acts.begin(key)
        if (!state.ok) return state
        const open = plans.get(nameOf(key))
        if (open?.id !== plan || open.seq !== lastSeq(state.value)) return refuse('plan-outdated')
        if (open.otherWorkbook && !takeOver) {
          return refuse('another-workbook', { name: workbookOf(state.value)?.name ?? '' })
        }
        const changes = planOf(await portalSide(tools, key), open.tables, new Set(overwrite))
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
        const content = snapshotOf(open.reading, open.documents, behind)
        const snapshot = { id: tools.newId(), content: JSON.stringify(content) }
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
            confirmed: changes.flatMap((section) => section.adopted),
            removed: changes.flatMap((section) => section.forgotten),
          },
        )
        await tools.at('save:intended')
        worker.kick(key)
        return acts.after(key, done(undefined))
      }),
  }
}

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
