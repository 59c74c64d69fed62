// Reading the workbook, having it checked, and marking what is wrong.
import type { Block } from '../../../templates/block.ts'
import { refuse, type Problem } from '../../../templates/problems/problem.ts'
import { readIdentity } from '../../excel/identity.ts'
import { paintMarks, removeMarks } from '../../excel/marks.ts'
import { readBlocks } from '../../excel/read-blocks.ts'
import { workbookName } from '../../excel/workbook-name.ts'
import { makeWorkingCopy } from '../../excel/working-copy.ts'
import { counted } from '../../ui/amounts.ts'
import { act, ask, onReturn, refused, say } from '../act.ts'
import { change, pane, type Listed, type OfReturn } from '../state.ts'
import { forgetEdits } from './follow-edits.ts'
import { lookForMissing } from './missing-acts.ts'
import { refreshStatus } from './status-acts.ts'

let reading: AbortController | undefined

/** Rows of the whole workbook, with progress shown; undefined when the user stopped it. */
export async function readWorkbook(): Promise<Block[] | undefined> {
  const { signal } = (reading = new AbortController())
  change({ reading: { rows: 0, ofRows: 0 } })
  try {
    return await readBlocks((rows, ofRows) => change({ reading: { rows, ofRows } }), signal)
  } catch (error) {
    if (signal.aborted) return undefined
    throw error
  } finally {
    change({ reading: undefined })
  }
}

/** What the agent is told of the workbook beside its cells. */
export const aboutWorkbook = (id: string | undefined) => ({
  boundTo: pane().bound?.gstin,
  id,
  name: workbookName(),
})

export const stopReading = (): void => reading?.abort()

export const checkWorkbook = (): Promise<void> => onReturn('check', checkNow)

/** A check as a part of another act; the views show it as a check. */
export async function checkNow(of: OfReturn): Promise<void> {
  change({ busy: 'check' })
  forgetEdits()
  const blocks = await readWorkbook()
  if (blocks === undefined) return
  const id = await readIdentity()
  const answer = await ask('check', {
    ...of,
    blocks,
    ...aboutWorkbook(id),
    rowStates: pane().status?.on,
  })
  if (answer === undefined) return
  const { rowStates, ...check } = answer
  change({ check, since: undefined, plan: undefined, fixing: undefined })
  await listAndMark('check', check.problems, check.problemCount)
  await refreshStatus(of, rowStates)
  await lookForMissing()
  say(`Check done: ${counted(check.problemCount, 'problem')}.`)
}

/** Lists problems and marks their cells; marks of an earlier check or verdict go. */
export async function listAndMark(
  from: Listed['from'],
  problems: readonly Problem[],
  count: number,
): Promise<void> {
  change({
    listed: { from, problems, count, marks: undefined },
    severity: 'all',
    sheet: undefined,
    chosen: undefined,
  })
  const marks = await paintMarks(problems)
  change({ listed: { from, problems: marks.problems, count, marks } })
}

/** Marks what is listed already, for a pane that was opened after the verdict came. */
export const markListed = (): Promise<void> =>
  act('marks', async () => {
    const { listed } = pane()
    if (listed !== undefined) await listAndMark(listed.from, listed.problems, listed.count)
  })

export const clearMarks = (): Promise<void> =>
  act('marks', async () => {
    const { listed } = pane()
    await removeMarks()
    if (listed !== undefined) change({ listed: { ...listed, marks: undefined } })
    say('The marks are gone.')
  })

/** Copies of protected sheets in which cells can be marked and mended. One with a password stays as it is. */
export const copyUnprotected = (sheets: readonly string[]): Promise<void> =>
  act('copy', async () => {
    for (const sheet of sheets) {
      const outcome = await makeWorkingCopy(sheet)
      if (outcome === 'password') refused(refuse('sheet-has-password', { sheet }).problem)
      else say(`${sheet} is now an unprotected copy.`)
    }
    const { listed } = pane()
    if (listed !== undefined) await listAndMark(listed.from, listed.problems, listed.count)
  })
