// Saving: from a plan to intents in the journal. The worker does the rest.
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import type { ReturnView } from '../http/outputs/return.ts'
import type { ReturnKey } from '../store/tables.ts'
import type { Acts } from './acts.ts'
import { portalSide } from './compare.ts'
import { isUnsent } from './operation.ts'
import { mustTypeRemovals, planOf } from './plan.ts'
import type { Planning } from './planning.ts'
import { NOTHING_REVIEWED } from './return-view.ts'
import { submissionsOf } from './submissions.ts'
import type { Tools } from './tools.ts'
import { beforeOf } from './undo.ts'
import type { Worker } from './worker.ts'

export interface SaveOf {
  readonly plan: string
  readonly removals?: number | undefined
  readonly overwrite?: readonly string[] | undefined
  readonly takeOver?: boolean | undefined
}

export interface Saving {
  save(key: ReturnKey, of: SaveOf): Promise<Result<ReturnView>>
  /** Parts of a save that were not yet sent stay here; those that were are followed up. Refuses `nothing-to-stop`. */
  stopSaving(key: ReturnKey): Promise<Result<ReturnView>>
}

export function createSaving(
  tools: Tools,
  acts: Acts,
  worker: Worker,
  planning: Pick<Planning, 'openPlan' | 'close'>,
): Saving {
  const { journal, clock } = tools
  return {
    save: (key, { plan, removals, overwrite = [], takeOver = false }) =>
      acts.inTurn(key, async () => {
        const state = await acts.begin(key)
        if (!state.ok) return state
        const open = planning.openPlan(key, plan, state.value)
        if (open === undefined) return refuse('plan-outdated')
        if (open.otherWorkbook !== undefined && !takeOver) {
          return refuse('another-workbook', { name: open.otherWorkbook.name })
        }
        const side = await portalSide(tools, key)
        const changes = planOf(side, open.tables, new Set(overwrite))
        const gone = changes.reduce((sum, { removed }) => sum + removed.length, 0)
        if (changes.some(mustTypeRemovals) && removals !== gone) {
          return refuse('removals-not-typed', { removals: gone })
        }
        planning.close(key)
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
