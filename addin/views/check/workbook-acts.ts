// What the add-in puts into the workbook beside marks: the status column, on and off and up to date; and taking everything away.
import type { RowStates, SheetRowStates } from '../../../agent/http/outputs/check.ts'
import { hasWords, sentence } from '../../words.ts'
import type { Problem } from '../../../templates/problems/problem.ts'
import { STATUS_WORDS } from '../../../templates/status-column.ts'
import { readBlocks } from '../../excel/read-blocks.ts'
import { removeStatus, writeStatus, type SheetStatus } from '../../excel/status-column.ts'
import { statusIn } from '../../excel/status-switch.ts'
import { removeTraces } from '../../excel/traces.ts'
import { act, ask, onReturn, say } from '../act.ts'
import { bringWords } from '../later.tsx'
import { change, pane, type OfReturn } from '../state.ts'

export const addStatusColumn = (): Promise<void> =>
  onReturn('status', async (of) => {
    if (await updateStatus(of)) say('The status column is there.')
  })

export const removeStatusColumn = (): Promise<void> =>
  act('status', async () => {
    const { protectedSheets } = await removeStatus()
    change({ status: { ...(await statusIn()), protectedSheets } })
    say('The status column is gone.')
  })

/** Marks, status column and settings go. The return stays as it is, here and at the portal. */
export const removeEverything = (): Promise<void> =>
  act('traces', async () => {
    const { protectedSheets } = await removeTraces()
    const { listed } = pane()
    change({
      bound: undefined,
      plan: undefined,
      status: { ...(await statusIn()), protectedSheets },
      listed: listed && { ...listed, marks: undefined },
    })
    say('Everything this add-in left in the workbook is gone.')
  })

/** Writes the column, from a check or from the workbook as it is now. False where the agent refused. */
export async function updateStatus(of: OfReturn, known?: RowStates): Promise<boolean> {
  const states = known ?? (await statesNow(of))
  if (states === undefined) return false
  await bringWords()
  const { protectedSheets } = await writeStatus(
    states.sheets.map((sheet) => statusOf(sheet, states)),
  )
  change({ status: { ...(await statusIn()), protectedSheets } })
  return true
}

async function statesNow(of: OfReturn): Promise<RowStates | undefined> {
  const boundTo = pane().bound?.gstin
  const check = await ask('check', { ...of, blocks: await readBlocks(), boundTo, rowStates: true })
  return check?.rowStates
}

function statusOf(
  { sheet, headerRow, rows, refusals }: SheetRowStates,
  { arn }: RowStates,
): SheetStatus {
  // Without the catalogue the pane itself says that a part is missing; the column then names no reasons.
  const told = hasWords() ? refusals : []
  const reasons = new Map(told.map(({ row, ...said }) => [row, sentence(asProblem(said)).title]))
  const texts = rows.map((state, at) => {
    if (state === null) return ''
    const words = STATUS_WORDS[state]
    const reason = reasons.get(headerRow + 1 + at)
    if (state === 'filed') return `${words}, ARN ${arn ?? ''}`
    return reason === undefined ? words : `${words}: ${reason}`
  })
  return { sheet, headerRow, texts }
}

const asProblem = (told: { code: string; message: string }): Problem => ({
  code: 'portal',
  severity: 'error',
  source: 'portal',
  cells: [],
  facts: { operation: 'save', ...told },
})
