// Mending many cells at once: what could be written, writing it, and taking it back.
import type { FixesWanted } from '../../../templates/fixing/fixes.ts'
import type { CellChange } from '../../../templates/writing/cell-change.ts'
import { writeCells } from '../../excel/write-cells.ts'
import { counted } from '../../ui/amounts.ts'
import { ask, onReturn, say } from '../act.ts'
import { afterWriting, wayBack } from '../after-writing.ts'
import { aboutWorkbook, checkNow, readWorkbook } from '../check/check-acts.ts'
import { noteEdits } from '../check/follow-edits.ts'
import { change, pane, type OfReturn } from '../state.ts'

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
export const writeFixes = (): Promise<void> =>
  onReturn('fix-write', async (of) => {
    const { fixing } = pane()
    if (fixing !== undefined) await write(of, fixing.fixes, false)
  })

/** Puts back what the last fix changed, where it still stands, and checks again. */
export const undoFix = (): Promise<void> =>
  onReturn('fix-undo', async (of) => {
    const { fixed } = pane()
    if (fixed !== undefined) await write(of, wayBack(fixed.report, fixed.undone), true)
  })

async function write(of: OfReturn, changes: readonly CellChange[], undone: boolean): Promise<void> {
  const report = await writeCells(changes, 'unheard')
  change({ fixing: undefined, fixed: { report, undone }, plan: undefined })
  if (report.written > 0) noteEdits()
  const cells = counted(report.written, 'cell')
  say(undone ? `The fix is undone: ${cells} put back.` : `${cells} written.`)
  await afterWriting(report, () => checkNow(of))
}
