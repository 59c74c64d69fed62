// Writing what was shown, and taking it back.
import { addSheets } from '../../excel/add-sheets.ts'
import { readSheetNames } from '../../excel/sheet-names.ts'
import { writeCells } from '../../excel/write-cells.ts'
import { counted } from '../../ui/amounts.ts'
import { ask, onReturn, say } from '../act.ts'
import { change, pane, type OfReturn } from '../state.ts'
import { compareSheets } from './portal-acts.ts'

export const dropWriting = (): void => change({ toWrite: undefined })

/** Sheets that the cells need are added first. A plan made before is void then. */
export const writeShown = (): Promise<void> =>
  onReturn('write-cells', async (of) => {
    const { toWrite } = pane()
    if (toWrite === undefined) return
    const { what, changes } = toWrite
    if (changes.newSheets.length > 0 && !(await addNewSheets(of, changes.newSheets))) return
    const outcome = await writeCells(changes.changes)
    change({ toWrite: undefined, plan: undefined, written: { what, outcome } })
    if (what === 'portal') await compareSheets(of)
    say(`${counted(outcome.written, 'cell')} written.`)
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
    const outcome = await written.outcome.undo()
    change({ plan: undefined, written: { what: 'undone', outcome } })
    if (pane().portal !== undefined) await compareSheets(of)
    say(`${counted(outcome.written, 'cell')} put back.`)
  })
