// Showing the cells that would be written, writing them, and taking them back.
import type { Output } from '../../../agent/http/contract.ts'
import type { Block } from '../../../templates/block.ts'
import { addSheets } from '../../excel/add-sheets.ts'
import { readSheetNames } from '../../excel/sheet-names.ts'
import { writeCells, type WriteReport } from '../../excel/write-cells.ts'
import { counted } from '../../ui/amounts.ts'
import { ask, onReturn, say } from '../act.ts'
import { afterWriting, wayBack } from '../after-writing.ts'
import { readWorkbook } from '../check/check-acts.ts'
import { change, pane, type OfReturn, type ToWrite, type Written } from '../state.ts'
import { compareSheets } from './compare-sheets.ts'

type Changes = Output<'fromPortal'>

/** Reads the workbook and shows what the agent would have written into it. */
export async function showChanges(
  what: ToWrite['what'],
  work: (blocks: Block[], names: string[]) => Promise<Changes | undefined>,
): Promise<void> {
  const again = async (): Promise<Changes | undefined> => {
    const blocks = await readWorkbook()
    return blocks && work(blocks, [...(await readSheetNames()).names])
  }
  const changes = await again()
  if (changes === undefined) return
  change({ toWrite: { what, changes, again }, written: undefined })
  say(`${counted(changes.documents, 'document')} can be written. Nothing is written yet.`)
}

export const dropWriting = (): void => change({ toWrite: undefined })

/**
 * Writes what was shown, unless the sheets have changed since: then it is shown anew. Sheets that the cells need are
 * added first. A plan made before is void.
 */
export const writeShown = (): Promise<void> =>
  onReturn('write-cells', async (of) => {
    const { toWrite } = pane()
    const changes = await toWrite?.again()
    if (toWrite === undefined || changes === undefined) return
    if (JSON.stringify(changes) !== JSON.stringify(toWrite.changes)) {
      change({ toWrite: { ...toWrite, changes, isAnother: true } })
      return say('The sheets have changed since. Look at this again before it is written.')
    }
    if (changes.newSheets.length > 0 && !(await addNewSheets(of, changes.newSheets))) return
    await took(of, toWrite.what, await writeCells(changes.changes))
  })

async function addNewSheets(of: OfReturn, wanted: readonly string[]): Promise<boolean> {
  const { names } = await readSheetNames()
  const missing = await ask('missingSheets', { ...of, names: [...names] })
  if (missing === undefined) return false
  const sheets = missing.sheets.filter(({ name }) => wanted.includes(name))
  await addSheets({ sheets, lists: missing.lists })
  return true
}

export const undoWriting = (): Promise<void> =>
  onReturn('write-cells', async (of) => {
    const { written } = pane()
    if (written === undefined) return
    const { report, what } = written
    await took(of, 'undone', await writeCells(wayBack(report, what === 'undone')))
  })

async function took(of: OfReturn, what: Written['what'], report: WriteReport): Promise<void> {
  const { earlier } = pane()
  change({ toWrite: undefined, plan: undefined, written: { what, report } })
  if (what === 'amendments' && earlier !== undefined) {
    change({ earlier: { ...earlier, chosen: new Set() } })
  }
  await afterWriting(report, async () => {
    if (pane().portal !== undefined) await compareSheets(of)
  })
  const cells = counted(report.written, 'cell')
  say(what === 'undone' ? `${cells} put back.` : `${cells} written.`)
}
