// The status column and our other traces, as the views ask for them. What does the work is loaded when it is first needed:
// most workbooks never have the column.
import type { RowStates } from '../../../agent/http/outputs/check.ts'
import { statusIn } from '../../excel/status-switch.ts'
import { change, pane, type OfReturn } from '../state.ts'

const acts = () => import('./workbook-acts.ts')

/** Whether the column is there, for a pane that has just opened beside the workbook. */
export async function lookForStatus(): Promise<void> {
  change({ status: { ...(await statusIn()), protectedSheets: [] } })
}

export const addStatusColumn = async (): Promise<void> => (await acts()).addStatusColumn()
export const removeStatusColumn = async (): Promise<void> => (await acts()).removeStatusColumn()
export const removeEverything = async (): Promise<void> => (await acts()).removeEverything()

/** Brings the column up to date, where it is switched on. Reads the workbook unless the states are those of a check. */
export async function refreshStatus(of: OfReturn, states?: RowStates): Promise<void> {
  if (pane().status?.on === true) await (await acts()).updateStatus(of, states)
}
