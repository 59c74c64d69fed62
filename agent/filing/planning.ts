// Plans: what one save would change, or what would undo the last one. A plan is kept until it is saved or another is made.
import type { PayloadHead } from '../../templates/payload/payload.ts'
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import { unreadSheets } from '../../templates/reading/read-workbook.ts'
import type { CheckedPlan, PlanView } from '../http/outputs/plan.ts'
import type { ReturnKey } from '../store/tables.ts'
import type { Acts } from './acts.ts'
import { readSheets } from './checking.ts'
import { compare, portalSide } from './compare.ts'
import { contextOf, type ContextOfTaxpayer, type WorkbookOf } from './context.ts'
import { planOf, type PortalSide, type TableState } from './plan.ts'
import { planShown } from './plan-shown.ts'
import { isAfterReset, type ReturnState } from './return-view.ts'
import { nameOfKey, snapshotOf, wireOf, type Snapshot } from './snapshot.ts'
import type { Tools } from './tools.ts'
import { beforeIn, tablesBefore, type Before } from './undo.ts'

export interface Planning {
  plan(workbook: WorkbookOf): Promise<Result<CheckedPlan>>
  /** A plan that brings back what the portal held before the last save that sent anything. Refuses `nothing-to-undo`. */
  planUndo(key: ReturnKey): Promise<Result<PlanView>>
  /** The open plan of this id, unless the return has moved on since. */
  openPlan(key: ReturnKey, id: string, state: ReturnState): OpenPlan | undefined
  /** It is being saved, and cannot be saved twice. */
  close(key: ReturnKey): void
}

export interface OpenPlan {
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

export function createPlanning(tools: Tools, acts: Acts): Planning {
  const { journal, sessions, environment } = tools
  const plans = new Map<string, OpenPlan>()
  const nameOf = (key: ReturnKey) => `${key.gstin} ${key.period}`

  /** Whether the portal could be asked what it holds. Without an answer the plan rests on what it last confirmed. */
  async function ask(key: ReturnKey): Promise<PlanView['portal']> {
    const access = await acts.access(key)
    if (!access.ok) return 'not-signed-in'
    const outcome = await compare(tools, key, access.value)
    if (outcome.kind === 'compared') return 'asked'
    return (await sessions.ended(key.gstin, outcome)) ? 'not-signed-in' : 'no-answer'
  }

  /** Keeps the plan, and shows it. */
  function offer(
    key: ReturnKey,
    portal: PlanView['portal'],
    side: PortalSide,
    plan: Omit<OpenPlan, 'id'>,
  ): PlanView {
    const open: OpenPlan = { ...plan, id: tools.newId() }
    plans.set(nameOf(key), open)
    return {
      plan: open.id,
      ...planShown(open.head, planOf(side, open.tables)),
      portal,
      ...(open.otherWorkbook !== undefined && { otherWorkbook: open.otherWorkbook }),
    }
  }

  return {
    plan(workbook) {
      const { gstin, period, id, name } = workbook
      const key: ReturnKey = { environment, gstin, period }
      return acts.inTurn(key, async () => {
        const state = await acts.begin(key)
        if (!state.ok) return state
        const checked = await readSheets(tools, workbook)
        if (!checked.ok) return checked
        const { reading, report, context } = checked.value
        const documents = wireOf(reading)
        const portal = await ask(key)
        const plan = offer(key, portal, await portalSide(tools, key), {
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
        const unread = unreadSheets(reading).map(({ sheet }) => sheet)
        return done({ ...plan, ...(unread.length > 0 && { unread }), check: report })
      })
    },

    planUndo: (key) =>
      acts.inTurn(key, async () => {
        const state = await acts.begin(key)
        if (!state.ok) return state
        const { snapshot } = state.value
        const before = await journal.lastTouching(key)
        if (snapshot === undefined || !before || !isAfterReset(state.value.operations, before)) {
          return refuse('nothing-to-undo')
        }
        const context = await contextOf(tools, key)
        if (!context.ok) return context
        const portal = await ask(key)
        const touched = beforeIn(before.before ?? '[]')
        const side = await portalSide(tools, key)
        const plan = offer(key, portal, side, {
          tables: tablesBefore(side, touched),
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

    openPlan(key, id, state) {
      const open = plans.get(nameOf(key))
      return open?.id === id && open.seq === lastSeq(state) ? open : undefined
    },

    close: (key) => void plans.delete(nameOf(key)),
  }
}

const headOf = ({ taxpayer, gstin, period }: ContextOfTaxpayer): PayloadHead => ({
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
