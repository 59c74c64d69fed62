// States of going on after a check: edits that the list follows, several problems on a cell, the status column.
import type { PaneState, Since } from '../../../addin/views/state.ts'
import { STATES } from './gallery-states.ts'

const CHECKED: PaneState = { ...STATES['check-clean'], ...STATES['check-problems'] } as PaneState
const CLEAN: PaneState = { ...CHECKED, ...STATES['check-clean'] }

const since = (part: Partial<Since>): Pick<PaneState, 'since'> => ({
  since: {
    edited: ['b2b,sez,de'],
    notFollowed: [],
    mended: 0,
    found: 0,
    justMended: undefined,
    goesOnAt: undefined,
    ...part,
  },
})

const { listed } = CHECKED
const [first] = listed?.problems ?? []
const twice: Partial<PaneState> =
  listed === undefined || first === undefined
    ? {}
    : {
        listed: { ...listed, problems: [...listed.problems, { ...first, severity: 'warning' }] },
        chosen: 0,
        at: { sheet: 'b2b,sez,de', row: 17, column: 0 },
      }

const status = (on: boolean, protectedSheets: readonly string[] = []): Partial<PaneState> => ({
  status: { on, protectedSheets },
})

export const WALK_STATES: Readonly<Record<string, PaneState>> = {
  'walk-edited': { ...CHECKED, ...since({ mended: 2, found: 1 }) },
  'walk-just-mended': { ...CHECKED, ...since({ mended: 1, justMended: first }) },
  'walk-pasted': { ...CHECKED, ...since({ notFollowed: ['b2b,sez,de'] }) },
  'walk-all-mended': { ...CLEAN, ...since({ mended: 6 }) },
  'walk-several-on-cell': { ...CHECKED, ...twice },
  'check-protected-undo-kept': { ...CHECKED, ...STATES['check-protected'], keepsUndo: true },
  'status-off': { ...CLEAN, ...status(false) },
  'status-on': { ...CHECKED, ...status(true) },
  'status-protected': { ...CHECKED, ...status(true, ['b2b,sez,de', 'cdnr']) },
}
