// States of the comparison of sheets and portal, of what it would write, and of amendments.
import type {
  PulledDocument,
  ReconciledRow,
  Reconciliation,
  SheetChanges,
} from '../../../agent/http/outputs/portal.ts'
import type { Earlier, PaneState, ToWrite, Written } from '../../../addin/views/state.ts'
import type { Period } from '../../../templates/identifiers.ts'
import { refuse } from '../../../templates/problems/problem.ts'
import { SECTIONS } from '../../../templates/sections.ts'
import { COMPANY, FILED, FIRM, returned, SAVE, totals } from './gallery-states.ts'

const HELD: Readonly<Record<string, number>> = { b2b: 1204, b2cs: 31, cdnr: 18, hsn: 44, nil: 4 }

const documents = (waiting: readonly string[] = []): PulledDocument[] =>
  SECTIONS.map(({ id, slug }) => {
    const count = HELD[id] ?? 0
    const named = { name: slug.toUpperCase(), section: id }
    if (waiting.includes(id)) return { ...named, state: 'being-prepared', minutes: 20, count: 0 }
    return { ...named, state: count > 0 ? 'held' : 'empty', count }
  })

const at = (row: number): NonNullable<ReconciledRow['cells']> => ({
  sheet: 'b2b,sez,de',
  row,
  columns: [2],
  key: [],
})

export const ROWS: readonly ReconciledRow[] = [
  {
    id: 'b2b 1',
    kind: 'different',
    section: 'b2b',
    document: `LT/25-26/0188 (${FIRM})`,
    ours: totals(1, 1_20_000),
    theirs: totals(1, 1_26_500),
    columns: [
      { column: 'Invoice Value', ours: '1,41,600.00', theirs: '1,49,270.00' },
      { column: 'Taxable Value', ours: '1,20,000.00', theirs: '1,26,500.00' },
      { column: 'Applicable % of Tax Rate', ours: '', theirs: '65' },
    ],
    cells: at(17),
  },
  {
    id: 'b2b 2',
    kind: 'only-here',
    section: 'b2b',
    document: `LT/25-26/0231 (${COMPANY})`,
    ours: totals(1, 9_400),
    columns: [],
    cells: at(44),
  },
  {
    id: 'b2b 3',
    kind: 'only-there',
    section: 'b2b',
    document: `WEB-1007 (${FIRM})`,
    theirs: totals(1, 31_250),
    columns: [],
  },
  {
    id: 'b2b 4',
    kind: 'held-back',
    section: 'b2b',
    document: `LT/25-26/0240 (${FIRM})`,
    theirs: totals(1, 2_10_000),
    columns: [],
    cells: at(71),
  },
  {
    id: 'b2cs 1',
    kind: 'only-there',
    section: 'b2cs',
    document: 'b2cs: OE, 27-Maharashtra, 18',
    theirs: totals(1, 12_000),
    columns: [],
  },
]

export const MANY: readonly ReconciledRow[] = Array.from({ length: 10_000 }, (_, i) => ({
  id: `b2b ${i}`,
  kind: i % 4 === 0 ? 'different' : 'only-there',
  section: 'b2b',
  document: `LT/25-26/${i} (${FIRM})`,
  theirs: totals(1, 1_000 + i),
  columns: i % 4 === 0 ? [{ column: 'Taxable Value', ours: '1', theirs: '2' }] : [],
  ...(i % 4 === 0 && { ours: totals(1, 1), cells: at(i) }),
}))

const NONE = { different: 0, 'only-here': 0, 'only-there': 0, 'held-back': 0 }

export function reconciled(rows: readonly ReconciledRow[], same = 1196): Reconciliation {
  const sections = [...new Set(['b2b', 'b2cs', 'cdnr', ...rows.map(({ section }) => section)])]
  return {
    sections: sections.map((section) => {
      const counts = { ...NONE }
      for (const row of rows) if (row.section === section) counts[row.kind] += 1
      return { section, same: section === 'b2b' ? same : 15, ...counts }
    }),
    rows,
    notRead: [],
  }
}

const BEFORE: PaneState = { ...SAVE, place: 'portal' }
const pull = (waiting?: readonly string[]) => ({
  at: '2025-07-09T10:30:00.000Z',
  documents: documents(waiting),
  held: {},
  differing: 3,
})
const compared = (reconciliation: Reconciliation, waiting?: readonly string[]): PaneState => ({
  ...BEFORE,
  portal: { pull: pull(waiting), reconciliation, kind: 'all', section: '' },
})

const CHANGES: SheetChanges = {
  newSheets: ['b2cs', 'hsn(b2b)'],
  changes: [],
  documents: 14,
  first: ROWS.flatMap(({ document }) => [
    { document, sheet: 'b2b,sez,de' },
    { document: `${document} `, sheet: 'b2cs' },
  ]),
  left: [
    {
      document: 'b2cs: OE, 29-Karnataka, 18',
      problem: refuse('rows-add-up', { count: 3, row: 12 }).problem,
    },
  ],
  leftCount: 1,
  warned: [],
  warnedCount: 0,
}
const toWrite = (changes: Partial<SheetChanges>, part: Partial<ToWrite> = {}): PaneState => ({
  ...compared(reconciled(ROWS)),
  toWrite: {
    what: 'portal',
    changes: { ...CHANGES, ...changes },
    again: () => Promise.resolve(undefined),
    ...part,
  },
})

const REPORT: Written['report'] = {
  written: 42,
  unwritten: [],
  back: [{ sheet: 'b2b,sez,de', row: 4, column: 4, key: [], was: 1, becomes: 2 }],
  left: { changed: 0, formula: 0, protected: 0, gone: 0 },
  protectedSheets: [],
}
const written = (part: Partial<Written['report']>, what: Written['what']): PaneState => ({
  ...compared(reconciled(ROWS.slice(1))),
  written: { what, report: { ...REPORT, ...part } },
})

const MAY = '052025' as Period
const EARLIER: Earlier = {
  period: MAY,
  said: 'filed',
  waiting: [],
  chosen: new Set(),
  originals: Array.from({ length: 240 }, (_, i) => ({
    id: `b2b ${i}`,
    section: i % 10 === 0 ? 'cdnr' : 'b2b',
    document: `LT/25-26/${i} (${i % 2 === 0 ? FIRM : COMPANY})`,
    totals: totals(1, 1_000 * i),
  })),
}
const earlier = (part: Partial<Earlier> = {}): PaneState => ({
  ...BEFORE,
  earlier: { ...EARLIER, ...part },
})

export const RECONCILE_STATES: Readonly<Record<string, PaneState>> = {
  'portal-first': BEFORE,
  'portal-signed-out': { ...BEFORE, session: { signedIn: false, signing: 'evc' } },
  'portal-asking': { ...BEFORE, busy: 'pull' },
  'portal-same': compared(reconciled([])),
  'portal-differs': compared(reconciled(ROWS), ['hsn', 'exp']),
  'portal-sheet-unread': compared({
    ...reconciled(ROWS.slice(0, 1)),
    notRead: [
      {
        sheet: 'cdnr',
        problem: refuse('sheet-without-header', { sheet: 'cdnr', table: 'cdnr' }).problem,
      },
    ],
  }),
  'portal-many': compared(reconciled(MANY)),
  'portal-not-compared': {
    ...BEFORE,
    portal: { pull: pull(), reconciliation: undefined, kind: 'all', section: '' },
  },
  'portal-filed': returned(BEFORE, FILED),
  'write-preview': toWrite({}),
  'write-nothing': toWrite({ documents: 0, first: [], newSheets: [] }),
  'write-amendments': toWrite(
    {
      newSheets: ['b2ba'],
      left: [
        {
          document: `LT/25-26/4 (${FIRM})`,
          problem: refuse('amended-already', { document: 'LT/25-26/4', month: '2025-06' }).problem,
        },
      ],
      warned: [
        {
          document: `LT/25-26/2 (${FIRM})`,
          problem: refuse('amendment-too-late', { year: '2023-24', last: '2024-10' }).problem,
        },
      ],
      warnedCount: 1,
    },
    { what: 'amendments' },
  ),
  'written-all': written({}, 'portal'),
  'written-some': written(
    {
      left: { changed: 1, formula: 7, protected: 13, gone: 0 },
      protectedSheets: ['cdnr'],
    },
    'amendments',
  ),
  'written-undone': written({}, 'undone'),
  'amend-choose': earlier(),
  'amend-unsure': earlier({ said: 'no-information' }),
  'amend-nothing': earlier({ originals: [] }),
  'amend-waiting': earlier({ waiting: ['b2b', 'cdnr'] }),
  'write-changed-since': toWrite({}, { isAnother: true }),
}
