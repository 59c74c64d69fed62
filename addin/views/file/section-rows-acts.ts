// The documents behind a section of the review: a page of them, and the way to the rows of one in Excel.
import type { Input } from '../../../agent/http/contract.ts'
import type { SectionRow } from '../../../agent/http/outputs/review.ts'
import { selectCells } from '../../excel/select.ts'
import { act, ask, onReturn } from '../act.ts'
import { change, pane } from '../state.ts'

type Wanted = Pick<Input<'rowsOf'>, 'section' | 'from' | 'only'>

export const showRows = (wanted: Wanted): Promise<void> =>
  onReturn('rows', async (of) => {
    const rows = await ask('rowsOf', { ...of, ...wanted })
    if (rows !== undefined) change({ sectionRows: rows })
  })

export const hideRows = (): void => change({ sectionRows: undefined })

/** Selects the first row of a document, wherever it is now. */
export const goToRow = ({ document, cells }: SectionRow): Promise<void> =>
  act('go-to-row', async () => {
    const [first] = cells
    if (first === undefined) return
    const found = await selectCells(first)
    const { sectionRows } = pane()
    if (sectionRows === undefined) return
    const missed = found === 'selected' ? undefined : { document, why: found }
    change({ sectionRows: { ...sectionRows, missed } })
  })
