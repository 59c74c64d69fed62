// Getting what the portal holds, comparing the sheets with it, and having it shown as cells to write.
import { ask, onReturn } from '../act.ts'
import { aboutWorkbook } from '../check/check-acts.ts'
import { change, pane } from '../state.ts'
import { compareSheets, sectionsTold } from './compare-sheets.ts'
import { showChanges } from './write-acts.ts'

/** Asks the portal for all 23 documents, then compares. */
export const getPortal = (): Promise<void> =>
  onReturn('pull', async (of) => {
    const pull = await ask('pull', of)
    if (pull === undefined) return
    change({
      portal: { pull, reconciliation: undefined, kind: 'all', section: '' },
      written: undefined,
    })
    await compareSheets(of)
  })

export const compareAgain = (): Promise<void> => onReturn('compare-sheets', compareSheets)

/** The cells that make the sheets hold these documents as the portal does. */
export const showFromPortal = (documents: readonly string[]): Promise<void> =>
  onReturn('portal-cells', async (of) => {
    const { portal } = pane()
    if (portal === undefined) return
    const sections = sectionsTold(portal.pull)
    await showChanges('portal', (blocks, names) =>
      ask('fromPortal', {
        ...of,
        blocks,
        ...aboutWorkbook(undefined),
        names,
        sections,
        documents: [...documents],
      }),
    )
  })
