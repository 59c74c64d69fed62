// Which sheets of the template the workbook lacks, and adding them.
import { call } from '../../agent.ts'
import { addSheets } from '../../excel/add-sheets.ts'
import { excelProblem } from '../../excel/excel-problem.ts'
import { readSheetNames } from '../../excel/sheet-names.ts'
import { counted } from '../../ui/amounts.ts'
import { act, say } from '../act.ts'
import { change, ofReturn, pane } from '../state.ts'

/** Nobody asked for it: where Excel or the agent refuses there is no offer, and no message. */
export async function lookForMissing(added: readonly string[] = []): Promise<void> {
  const of = ofReturn(pane())
  if (of === undefined) return
  try {
    const { names, ...workbook } = await readSheetNames()
    const answer = await call('missingSheets', { ...of, names: [...names] })
    const { taxpayer, period } = pane()
    if (!answer.ok || taxpayer?.gstin !== of.gstin || period !== of.period) return
    change({ lacking: { ...answer.value, ...workbook, added } })
  } catch (error) {
    if (excelProblem(error) === undefined) throw error
  }
}

/** Adds those that were chosen by name; the workbook is another one then, and a plan made before is void. */
export const addMissing = (chosen: readonly string[]): Promise<void> =>
  act('add-sheets', async () => {
    const { lacking } = pane()
    if (lacking === undefined) return
    const sheets = lacking.sheets.filter(({ name }) => chosen.includes(name))
    const added = await addSheets({ sheets, lists: lacking.lists })
    change({ plan: undefined })
    await lookForMissing(added)
    say(`${counted(added.length, 'sheet')} added.`)
  })
