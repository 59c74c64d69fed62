// States of a workbook that lacks sheets of the template: a newcomer's, and an accountant's who has what he needs.
import type { Lacking, PaneState } from '../../../addin/views/state.ts'
import { missingSheets } from '../../../templates/missing-sheets.ts'
import { tablesOf } from '../../../templates/tables/tables.ts'
import { OPEN, PERIOD, STATES } from './gallery-states.ts'

const BEFORE: PaneState = { ...OPEN, place: 'check' }
const CLEAN: PaneState = { ...BEFORE, ...STATES['check-clean'] }

const lacking = (names: readonly string[], part: Partial<Lacking> = {}): Lacking => ({
  ...missingSheets(names, tablesOf(PERIOD)),
  structureIsProtected: false,
  added: [],
  ...part,
})

const USUAL = ['b2b,sez,de', 'b2cs', 'cdnr', 'hsn(b2b)', 'hsn(b2c)', 'docs']
const ALL_BUT_ONE = tablesOf(PERIOD)
  .flatMap(({ sheets }) => sheets.slice(0, 1))
  .slice(1)

export const MISSING_STATES: Readonly<Record<string, PaneState>> = {
  'missing-all': { ...BEFORE, lacking: lacking([]) },
  'missing-all-undo-kept': { ...BEFORE, keepsUndo: true, lacking: lacking([]) },
  'missing-some': { ...CLEAN, lacking: lacking(USUAL) },
  'missing-one': { ...CLEAN, lacking: lacking(ALL_BUT_ONE) },
  'missing-adding': { ...BEFORE, busy: 'add-sheets', lacking: lacking([]) },
  'missing-added': { ...BEFORE, lacking: lacking(USUAL, { added: USUAL }) },
  'missing-structure-protected': {
    ...BEFORE,
    lacking: lacking([], { structureIsProtected: true }),
  },
}
