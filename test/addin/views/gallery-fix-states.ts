// States of a fix of many cells: what would be written, what was, and what had to be left alone.
import type { CellChange } from '../../../templates/writing/cell-change.ts'
import type { Fixed, Fixing, PaneState } from '../../../addin/views/state.ts'
import type { WriteReport } from '../../../addin/excel/write-cells.ts'
import { OPEN, STATES } from './gallery-states.ts'

const CAUSES: PaneState = { ...OPEN, ...STATES['check-causes'] }

const fix = (row: number, part: Partial<CellChange>): CellChange => ({
  sheet: 'b2b,sez,de',
  row,
  column: 5,
  key: [],
  was: 'Gujarat',
  becomes: '24-Gujarat',
  numberFormat: '@',
  ...part,
})
const times = (length: number, part: Partial<CellChange>): CellChange[] =>
  Array.from({ length }, (_, row) => fix(row + 4, part))

const ALIKE = [
  ...times(206, {}),
  ...times(205, { was: 'Maharashtra', becomes: '27-Maharashtra' }),
  ...times(1, { was: ' tamilnadu ', becomes: '33-Tamil Nadu' }),
]
const MIXED = [
  ...times(9, { was: '05/10/26', becomes: 46_300, numberFormat: 'dd-mmm-yyyy' }),
  ...times(8, { was: '1,23,45,678.90', becomes: 1_23_45_678.9, numberFormat: '0.00' }),
  ...times(2, { was: false, becomes: 'N' }),
  ...Array.from({ length: 12 }, (_, i) => fix(i, { was: 0.001 * i, becomes: i })),
]

const fixing = (fixes: readonly CellChange[], part: Partial<Fixing> = {}): Fixing => ({
  title: 'Place of supply read from its name',
  lang: 'en-IN',
  fixes,
  count: fixes.length,
  cells: fixes.length,
  ...part,
})

const NONE = { changed: 0, formula: 0, protected: 0, gone: 0 }
const fixed = (part: Partial<WriteReport> = {}, undone = false): Fixed => ({
  undone,
  report: {
    written: 412,
    left: NONE,
    protectedSheets: [],
    unwritten: [],
    back: [
      { sheet: 'b2b,sez,de', row: 4, column: 5, key: [], was: '24-Gujarat', becomes: 'Gujarat' },
    ],
    ...part,
  },
})

export const FIX_STATES: Readonly<Record<string, PaneState>> = {
  'fix-reading': { ...CAUSES, busy: 'fix', reading: { rows: 400, ofRows: 1204 } },
  'fix-preview': { ...CAUSES, fixing: fixing(ALIKE, { cells: 415 }) },
  'fix-preview-mixed': {
    ...CAUSES,
    keepsUndo: true,
    fixing: fixing(MIXED, { count: 31_000, cells: undefined }),
  },
  'fix-nothing': { ...CAUSES, fixing: fixing([], { cells: 3 }) },
  'fix-writing': { ...CAUSES, busy: 'fix-write', fixing: fixing(ALIKE) },
  'fix-written': { ...CAUSES, fixed: fixed() },
  'fix-partly': {
    ...CAUSES,
    fixed: fixed({
      written: 400,
      left: { formula: 1, protected: 8, changed: 2, gone: 1 },
      protectedSheets: ['b2b,sez,de', 'cdnr'],
      stopped: 'ActivityLimitReached',
    }),
  },
  'fix-undone': { ...CAUSES, fixed: fixed({}, true) },
  'fix-undone-in-part': {
    ...CAUSES,
    fixed: fixed(
      {
        written: 400,
        left: { ...NONE, protected: 12 },
        protectedSheets: ['cdnr'],
        unwritten: times(12, { was: '24-Gujarat', becomes: 'Gujarat' }),
      },
      true,
    ),
  },
}
