// The documents behind a section of the review: a page of them.
import type { Input } from '../../../agent/http/contract.ts'
import { ask, onReturn } from '../act.ts'
import { change } from '../state.ts'

type Wanted = Pick<Input<'rowsOf'>, 'section' | 'from' | 'only'>

export const showRows = (wanted: Wanted): Promise<void> =>
  onReturn('rows', async (of) => {
    const rows = await ask('rowsOf', { ...of, ...wanted })
    if (rows !== undefined) change({ sectionRows: rows })
  })

export const hideRows = (): void => change({ sectionRows: undefined })
