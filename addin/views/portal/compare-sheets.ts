// The sheets beside what the last pull found. The portal is not asked.
import type { Pull } from '../../../agent/http/outputs/portal.ts'
import { counted } from '../../ui/amounts.ts'
import { ask, say } from '../act.ts'
import { aboutWorkbook, readWorkbook } from '../check/check-acts.ts'
import { change, pane, type OfReturn } from '../state.ts'

export async function compareSheets(of: OfReturn): Promise<void> {
  const { portal } = pane()
  const blocks = portal && (await readWorkbook())
  if (portal === undefined || blocks === undefined) return
  const workbook = { ...of, blocks, ...aboutWorkbook(undefined) }
  const reconciliation = await ask('reconcile', {
    ...workbook,
    sections: sectionsTold(portal.pull),
  })
  if (reconciliation === undefined) return
  change({ portal: { ...portal, reconciliation } })
  say(`Compared: ${counted(reconciliation.rows.length, 'document')} not the same.`)
}

/** What the portal is still preparing is not compared. */
export const sectionsTold = ({ documents }: Pull): string[] =>
  documents.filter(({ state }) => state !== 'being-prepared').map(({ section }) => section)
