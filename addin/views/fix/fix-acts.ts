// Mending many cells at once: what could be written, writing it, and taking it back.
import type { FixesWanted } from '../../../templates/fixing/fixes.ts'
import type { CellChange } from '../../../templates/writing/cell-change.ts'
import { writeCells, type WriteReport } from '../../excel/write-cells.ts'
import { counted } from '../../ui/amounts.ts'
import { act, ask, onReturn, say } from '../act.ts'
import { aboutWorkbook, checkWorkbook, readWorkbook } from '../check/check-acts.ts'
import { change, pane } from '../state.ts'

/** Of which problem, for the heading, in which language, and how many cells have it. */
interface Subject {
  readonly title: string
  readonly lang: string
  readonly cells?: number
}

/** Reads the workbook as it is now and has the agent say what could be written. Writes nothing. */
export const lookForFixes = (wanted: FixesWanted, { title, lang, cells }: Subject): Promise<void> =>
  onReturn('fix', async (of) => {
    change({ fixing: undefined })
    const blocks = await readWorkbook()
    if (blocks === undefined) return
    const found = await ask('fixes', { ...of, blocks, ...aboutWorkbook(undefined), wanted })
    if (found === undefined) return
    change({ fixing: { ...found, title, lang, cells } })
    say(`${counted(found.count, 'cell')} can be written. Nothing is written yet.`)
  })

export const leaveUnfixed = (): void => change({ fixing: undefined })

/** Writes what is shown, and checks again. The way back is kept until the next fix. */
export async function writeFixes(): Promise<void> {
  await act('fix-write', async () => {
    const { fixing } = pane()
    if (fixing === undefined) return
    await write(fixing.fixes, false)
  })
  if (pane().fixing === undefined) await checkWorkbook()
}

/** Puts back what the last fix changed, where it still stands, and checks again. */
export async function undoFix(): Promise<void> {
  await act('fix-undo', async () => {
    const { fixed } = pane()
    if (fixed === undefined || fixed.undone) return
    await write(fixed.report.back, true)
  })
  if (pane().fixed?.undone === true) await checkWorkbook()
}

/** Whatever Excel stops at is shown once what was written is kept. */
async function write(changes: readonly CellChange[], undone: boolean): Promise<void> {
  const report: WriteReport = await writeCells(changes, 'unheard')
  change({ fixing: undefined, fixed: { report, undone }, plan: undefined })
  const cells = counted(report.written, 'cell')
  say(undone ? `The fix is undone: ${cells} put back.` : `${cells} written.`)
  if (report.stopped !== undefined) throw report.stopped
}
