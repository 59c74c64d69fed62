// What the end of a work calls for. It comes with the steps that need it: following begins before any of them is here.
import type { Stage } from '../../../agent/http/outputs/return.ts'
import { say } from '../act.ts'
import { listAndMark } from '../check/check-acts.ts'
import { refreshStatus } from '../check/status-acts.ts'
import { READ_BACK } from '../save/read-back.tsx'
import { pane, type OfReturn } from '../state.ts'

export { reviewIfReady } from '../file/review.ts'

/** Stages at which rows are otherwise on the portal than before. */
const CHANGED: readonly Stage[] = ['draft', 'saved', 'savedWithErrors', 'filed', 'filedElsewhere']

/** A verdict goes onto the cells beside what the check held back, and leaves them when the portal took all or forgot all. */
export async function takeVerdict(of: OfReturn): Promise<void> {
  const { return: view, check, listed } = pane()
  if (view === undefined || view.work !== undefined) return
  const ours = check?.problems ?? []
  const oursCount = check?.problemCount ?? 0
  if (view.stage === 'savedWithErrors') {
    await listAndMark('portal', [...view.verdict, ...ours], view.verdict.length + oursCount)
  }
  if (view.stage === 'draft') say('The portal holds nothing of this return now.')
  // Rows that the portal took, and all after a reset, lose what an earlier verdict said of them.
  const isClean = view.stage === 'draft' || view.stage === 'saved'
  if (isClean && listed?.from === 'portal') await listAndMark('check', ours, oursCount)
  const isSaved = view.stage === 'saved' || view.stage === 'savedWithErrors'
  if (isSaved && view.readBack !== undefined) say(READ_BACK[view.readBack])
  if (CHANGED.includes(view.stage)) await refreshStatus(of)
}
