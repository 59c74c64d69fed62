// What follows when cells were written, and what of it can be taken back.
import type { CellChange } from '../../templates/writing/cell-change.ts'
import type { WriteReport } from '../excel/write-cells.ts'
import { excelRefused } from './act.ts'

/** Has the sheets looked at anew. What Excel stopped the writing at is told after that: it is what counts. */
export async function afterWriting(
  { stopped }: WriteReport,
  lookAnew: () => Promise<void>,
): Promise<void> {
  try {
    await lookAnew()
  } catch (error) {
    excelRefused(error)
  }
  if (stopped !== undefined) excelRefused(stopped)
}

/** What was written; of an undo, what it could not put back. */
export const wayBack = (report: WriteReport, undone: boolean): readonly CellChange[] =>
  undone ? report.unwritten : report.back
