// What the sheets say, before anything is planned: the check, what became of each row, and what can be mended at once.
import { fixesOf, type Fixes, type FixesWanted } from '../../templates/fixing/fixes.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { CheckReport } from '../http/outputs/check.ts'
import { dayInIndia } from '../portal-time.ts'
import { check, hasNoTable, type Checked } from './check.ts'
import { portalSide } from './compare.ts'
import { contextOf, type ContextOfTaxpayer, type WorkbookOf } from './context.ts'
import { readState } from './return-view.ts'
import { rowStatesOf } from './row-states.ts'
import type { Tools } from './tools.ts'

export interface Checking {
  check(workbook: WorkbookOf & { rowStates?: boolean | undefined }): Promise<Result<CheckReport>>
  fixes(workbook: WorkbookOf, wanted: FixesWanted): Promise<Result<Fixes>>
}

export const createChecking = (tools: Tools): Checking => ({
  async check(workbook) {
    const checked = await readSheets(tools, workbook)
    if (!checked.ok) return checked
    const { reading, report } = checked.value
    if (workbook.rowStates !== true) return done(report)
    const { gstin, period } = workbook
    const key = { environment: tools.environment, gstin, period }
    const state = await readState(tools, key)
    const rowStates = rowStatesOf(reading, await portalSide(tools, key), state)
    return done({ ...report, rowStates })
  },

  async fixes(workbook, wanted) {
    const context = await contextOf(tools, workbook)
    return context.ok ? done(fixesOf(workbook.blocks, context.value, wanted)) : context
  },
})

/** Refuses what `contextOf` refuses, and `workbook-empty`. */
export async function readSheets(
  tools: Tools,
  workbook: WorkbookOf,
): Promise<Result<Checked & { context: ContextOfTaxpayer }>> {
  const context = await contextOf(tools, workbook)
  if (!context.ok) return context
  const today = dayInIndia(tools.portalTime.now())
  const checked = check(workbook.blocks, context.value, today)
  if (hasNoTable(checked.reading)) return refuse('workbook-empty')
  return done({ ...checked, context: context.value })
}
