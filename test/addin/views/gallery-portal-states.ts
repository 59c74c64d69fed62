// States in which the portal, another workbook or a person knows something that we did not leave there.
import type { Difference, CheckedPlan } from '../../../agent/http/outputs/plan.ts'
import type { PaneState } from '../../../addin/views/state.ts'
import type { Gstin } from '../../../templates/identifiers.ts'
import {
  CHECK,
  COMPANY,
  FILE,
  FILED,
  FIRM,
  PLAN,
  returned,
  SAVE,
  SAVED,
  section,
  totals,
  work,
} from './gallery-states.ts'

const b2b = (number: string, party: Gstin, part: Partial<Difference>): Difference => ({
  id: `b2b ${party}|${number}`,
  kind: 'elsewhere',
  section: 'b2b',
  document: `${number} (${party})`,
  columns: [],
  ...part,
})

export const DIFFERENCES: readonly Difference[] = [
  b2b('LT/25-26/0188', FIRM, {
    ours: totals(1, 1_20_000),
    theirs: totals(1, 1_26_500),
    columns: ['Invoice Value', 'Taxable Value'],
  }),
  b2b('LT/25-26/0203', COMPANY, {
    ours: totals(1, 48_000, 0.18),
    theirs: totals(1, 48_000, 0.12),
    columns: ['Rate'],
  }),
  b2b('LT/25-26/0231', COMPANY, { theirs: totals(1, 9_400) }),
  b2b('WEB-1007', FIRM, { kind: 'only-there', theirs: totals(1, 31_250) }),
  {
    id: 'cdnr CN',
    kind: 'gone',
    section: 'cdnr',
    document: `CN/25-26/0004 (${FIRM})`,
    ours: totals(1, -4_150),
    columns: [],
  },
  b2b('LT/25-26/0240', FIRM, {
    kind: 'e-invoice',
    ours: totals(1, 2_10_000),
    theirs: totals(1, 2_01_000),
    columns: ['Invoice Date', 'Invoice Value', 'Taxable Value'],
  }),
]

export const DIFFERING: CheckedPlan = {
  ...PLAN,
  plan: 'd1',
  submissions: 1,
  sections: [
    section('b2b', { added: totals(4, 2_12_000), unchanged: 1180 }),
    section('cdnr', { unchanged: 15 }),
    section('b2cs', { unchanged: 31 }),
  ],
  differences: DIFFERENCES,
  differenceCount: DIFFERENCES.length,
}

/** Other software saved the whole month anew. */
const MANY: CheckedPlan = {
  ...DIFFERING,
  plan: 'd2',
  submissions: 0,
  sections: [section('b2b', { unchanged: 4 })],
  differences: Array.from({ length: 53 }, (_, i) =>
    b2b(`LT/25-26/${1000 + i}`, i % 2 === 0 ? FIRM : COMPANY, {
      ours: totals(1, 1_00_000 + i),
      theirs: totals(1, 1_00_000 + i * 2),
      columns: ['Taxable Value'],
    }),
  ),
  differenceCount: 1_204,
}

const hsn = (code: string, part: Partial<Difference>): Difference => ({
  id: `hsn-b2b ${code}`,
  kind: 'elsewhere',
  section: 'hsn',
  document: `hsn(b2b): ${code}, NOS-NUMBERS, 18`,
  columns: [],
  ...part,
})

export const WHOLE: CheckedPlan = {
  ...DIFFERING,
  plan: 'd3',
  submissions: 0,
  sections: [section('b2b', { unchanged: 1196 }), section('hsn', { unchanged: 41, waiting: 2 })],
  differences: [
    hsn('84713010', {
      ours: totals(1, 4_00_000),
      theirs: totals(1, 4_12_000),
      columns: ['Total Quantity', 'Taxable Value'],
    }),
    hsn('85044090', { kind: 'only-there', theirs: totals(1, 12_000) }),
  ],
  differenceCount: 2,
}

/** Everything the portal holds of a section came from elsewhere. */
export const ONLY_THERE: CheckedPlan = {
  ...DIFFERING,
  plan: 'd4',
  sections: [section('b2b', { added: totals(4, 2_12_000) })],
  differences: DIFFERENCES.filter(({ kind }) => kind === 'only-there'),
  differenceCount: 1,
}

const OTHER: CheckedPlan = {
  ...PLAN,
  otherWorkbook: { name: 'June 2025 final (2).xlsx', at: '2025-07-08T11:05:00.000Z' },
}

export const UNDO: CheckedPlan = { ...PLAN, plan: 'u1', undoes: '2025-07-09T10:30:00.000Z' }

const planned = (plan: CheckedPlan): PaneState => ({ ...SAVE, plan, check: CHECK })
const saved = { stage: 'saved', empty: false, lastSave: SAVED } as const

export const PORTAL_STATES: Readonly<Record<string, PaneState>> = {
  'save-differences': planned(DIFFERING),
  'save-differences-many': planned(MANY),
  'save-differences-whole': planned(WHOLE),
  'save-differences-only-there': planned(ONLY_THERE),
  'save-other-workbook': planned(OTHER),
  'save-other-workbook-unnamed': planned({
    ...OTHER,
    otherWorkbook: { name: '', at: '2025-07-08T11:05:00.000Z' },
  }),
  'save-portal-no-answer': planned({ ...PLAN, portal: 'no-answer' }),
  'save-portal-session-ended': planned({ ...PLAN, portal: 'not-signed-in' }),

  'save-working-usual': returned(SAVE, { stage: 'saving', work: work({ usual: 41.5 }) }),
  'save-working-unsent': returned(SAVE, { stage: 'saving', work: work({ unsent: 1 }) }),
  'save-sign-in-unsent': returned(SAVE, {
    stage: 'saving',
    work: work({ step: 'waiting-for-sign-in', waitingFor: 'sign-in', done: 0, unsent: 3 }),
  }),
  'save-stopped': returned(SAVE, {
    stage: 'savedWithErrors',
    empty: false,
    lastSave: { ...SAVED, sent: 700, accepted: 700, stopped: 496 },
    heldBack: Array.from({ length: 496 }, (_, i) => `INV-${i} (29AAKFC3141B1ZU)`),
  }),
  'save-undo-plan': planned(UNDO),
  'save-undo-changed-since': planned({
    ...UNDO,
    differences: DIFFERENCES.slice(0, 2),
    differenceCount: 2,
  }),
  'save-comparing': returned(SAVE, {
    stage: 'saving',
    work: work({ kind: 'compare', step: 'comparing', done: 0, total: 0 }),
  }),
  'save-compared-same': returned(SAVE, { ...saved, readBack: 'same' }),
  'save-compared-different': returned(SAVE, { ...saved, readBack: 'different' }),
  'save-not-compared': returned(SAVE, { ...saved, readBack: 'no-answer' }),
  'save-accepted-for-filing': returned(SAVE, { stage: 'accepted' }),

  'file-compared-same': returned(FILE, { ...saved, readBack: 'same' }),
  'file-compared-different': returned(FILE, { ...saved, readBack: 'different' }),
  'file-not-compared': returned(FILE, { ...saved, readBack: 'no-answer' }),
  'file-clock-wrong': returned(FILE, { ...saved, clockAhead: -185 }),
  'file-told-arn': returned(FILE, {
    stage: 'accepted',
    toldArn: 'AA240625000123P',
    work: work({ kind: 'confirm', step: 'confirming-arn', done: 0, total: 0 }),
  }),
  'file-told-arn-by-mistake': returned(FILE, {
    ...FILED,
    environment: 'live',
    arn: 'AA240625000123P',
    toldArn: 'AA240625000132P',
  }),
}
