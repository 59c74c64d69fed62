// What the portal holds beside the sheets: getting it, comparing, and bringing it into the sheets.
import type { Pull } from '../../../agent/http/contract.ts'
import { readSheetNames } from '../../excel/sheet-names.ts'
import { counted } from '../../ui/amounts.ts'
import { ask, onReturn, say } from '../act.ts'
import { aboutWorkbook, readWorkbook } from '../check/check-acts.ts'
import { change, pane, type OfReturn } from '../state.ts'

/** Asks the portal for all 23 documents, then compares. */
export const getPortal = (): Promise<void> =>
  onReturn('pull', async (of) => {
    const pull = await ask('pull', of)
    if (pull === undefined) return
    change({ portal: { pull, reconciliation: undefined }, written: undefined })
    await compareSheets(of)
  })

/** Reads the sheets again and compares them with what the last pull found; asks the portal nothing. */
export const compareAgain = (): Promise<void> => onReturn('compare-sheets', compareSheets)

export async function compareSheets(of: OfReturn): Promise<void> {
  const { portal } = pane()
  const blocks = portal && (await readWorkbook())
  if (portal === undefined || blocks === undefined) return
  const sections = sectionsTold(portal.pull)
  const workbook = { ...of, blocks, ...aboutWorkbook(undefined) }
  const reconciliation = await ask('reconcile', { ...workbook, sections })
  if (reconciliation === undefined) return
  change({ portal: { ...portal, reconciliation } })
  say(`Compared: ${counted(reconciliation.rows.length, 'document')} not the same.`)
}

/** What the portal is still preparing is not compared. */
const sectionsTold = ({ documents }: Pull): string[] =>
  documents.filter(({ state }) => state !== 'being-prepared').map(({ section }) => section)

/** Shows which cells would be written so that the sheets hold these documents as the portal does. */
export const showFromPortal = (documents: readonly string[]): Promise<void> =>
  onReturn('portal-cells', async (of) => {
    const { portal } = pane()
    const blocks = portal && (await readWorkbook())
    if (portal === undefined || blocks === undefined) return
    const { names, keepsUndo } = await readSheetNames()
    const changes = await ask('fromPortal', {
      ...of,
      blocks,
      ...aboutWorkbook(undefined),
      names: [...names],
      sections: sectionsTold(portal.pull),
      documents: [...documents],
    })
    if (changes === undefined) return
    change({ toWrite: { what: 'portal', changes, keepsUndo }, written: undefined })
    say(`${counted(changes.documents, 'document')} can be written. Nothing is written yet.`)
  })
