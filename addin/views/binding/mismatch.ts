// Whether the workbook holds another return than the one the pane is about. Then nothing is read, marked or sent.
import type { PaneState, WholeReturn } from '../state.ts'

export interface Mismatch {
  /** What an earlier save wrote into the workbook. */
  readonly workbook: WholeReturn
  /** What was chosen in the pane, on the agent's portal. */
  readonly pane: WholeReturn
}

/** Before anything is chosen in the pane only the portal can differ. */
export function mismatchOf({ bound, about, taxpayer, period }: PaneState): Mismatch | undefined {
  if (bound === undefined || about === undefined) return undefined
  const chosen: WholeReturn = {
    gstin: taxpayer?.gstin ?? bound.gstin,
    period: period ?? bound.period,
    environment: about.environment,
  }
  const isSame =
    chosen.gstin === bound.gstin &&
    chosen.period === bound.period &&
    chosen.environment === bound.environment
  return isSame ? undefined : { workbook: bound, pane: chosen }
}
