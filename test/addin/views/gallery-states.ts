// Every state a user can meet, as an accountant's month would show it. The gallery draws them.
import type { CheckReport, SheetReport, Totals } from '../../../agent/http/outputs/check.ts'
import type { CheckedPlan, SectionPlan } from '../../../agent/http/outputs/plan.ts'
import type { ReturnView, Work } from '../../../agent/http/outputs/return.ts'
import type { Review } from '../../../agent/http/outputs/review.ts'
import { BEFORE_START, type PaneState } from '../../../addin/views/state.ts'
import {
  checkCharacter,
  isGstin,
  type Gstin,
  type Paise,
  type Period,
} from '../../../templates/identifiers.ts'
import { countCauses } from '../../../templates/problems/cause.ts'
import type { Problem, Severity } from '../../../templates/problems/problem.ts'
import type { Taxpayer } from '../../../templates/taxpayer.ts'

export function gstin(first14: string): Gstin {
  const whole = first14 + checkCharacter(first14)
  if (!isGstin(whole)) throw new Error(`${whole} is no GSTIN`)
  return whole
}

export const paise = (rupees: number): Paise => Math.round(rupees * 100) as Paise
const NOW = Date.parse('2025-07-09T10:32:00.000Z')
export const PERIOD = '062025' as Period
const OWN = gstin('24AAAPL1234C1Z')
export const COMPANY = gstin('24AABCS4321K1Z')
export const FIRM = gstin('27AAGFM9876R1Z')

export const withoutPan: Taxpayer = {
  gstin: OWN,
  username: 'lakhani.traders',
  turnover: paise(124_563_210.5),
  turnoverToDate: paise(31_204_118),
  sez: false,
  filing: 'monthly',
}

export const taxpayer: Taxpayer = { ...withoutPan, signatoryPan: 'AAAPL1234C' }

export const totals = (count: number, txval: number, rate = 0.18): Totals => ({
  count,
  txval: paise(txval),
  iamt: paise(txval * rate * 0.4),
  camt: paise(txval * rate * 0.3),
  samt: paise(txval * rate * 0.3),
  csamt: paise(0),
})

// ── problems ────────────────────────────────────────────────────────────────────────────────────

const at = (sheet: string, row: number, ...columns: number[]): Problem['cells'] => [
  { sheet, row, columns, key: [] },
]
const inDocument = (document: string, cells: Problem['cells']): Problem['cells'] =>
  cells.map((cell) => ({ ...cell, document }))

function problem(
  code: string,
  severity: Severity,
  cells: Problem['cells'],
  facts: Problem['facts'] = {},
): Problem {
  return { code, severity, source: 'check', cells, facts }
}

const PROBLEMS: readonly Problem[] = [
  problem('gstin-check-character', 'error', at('b2b,sez,de', 17, 0), {
    found: '27AAGFM9876R1ZX',
    expected: '5',
  }),
  problem('cell-missing', 'error', at('b2b,sez,de', 41, 5), { column: 'Place Of Supply' }),
  problem(
    'line-repeated',
    'error',
    [...at('b2b,sez,de', 66, 2, 9), ...at('b2b,sez,de', 67, 2, 9)],
    {
      number: 'LT/25-26/0188',
      firstRow: 67,
      secondRow: 68,
    },
  ),
  problem('date-after-period', 'error', at('cdnr', 8, 3), {
    date: '2025-07-02',
    last: '2025-06-30',
  }),
  problem('value-differs-from-lines', 'warning', at('b2b,sez,de', 90, 4, 5, 6), {
    value: 11_80_000_00,
    lines: 11_81_500_00,
  }),
  problem('amount-shown-rounded', 'note', at('hsn(b2b)', 5, 6), { used: 8_331_666 }),
]

const REFUSED: readonly Problem[] = [
  {
    code: 'portal',
    severity: 'error',
    source: 'portal',
    cells: at('b2b,sez,de', 17, 0),
    facts: { operation: 'save', code: 'RET191106', message: 'Invalid GSTIN. 27AAGFM9876R1Z5' },
  },
  {
    code: 'portal',
    severity: 'error',
    source: 'portal',
    cells: Array.from({ length: 14 }, (_, row) => at('hsn(b2b)', row + 4, 0)).flat(),
    facts: { operation: 'save', code: 'RET191349', message: 'HSN code not valid' },
  },
]

const many = (length: number): Problem[] =>
  Array.from({ length }, (_, row) =>
    problem('gstin-length', row % 3 === 0 ? 'warning' : 'error', at('b2b,sez,de', row + 4, 0), {
      found: `24AAAPL1234C${row}`,
      length: '14 characters',
    }),
  )
const MANY: readonly Problem[] = many(2000)

/** The same mistakes on several rows and sheets, as a column pasted from other software brings them. */
const ALIKE: readonly Problem[] = [
  ...(
    [
      ['b2cl', 11],
      ['b2cl', 12],
      ['cdnur', 8],
    ] as const
  ).map(([sheet, row]) => ({
    ...problem('pos-unknown', 'error', inDocument(`${row}`, at(sheet, row, 2)), {
      found: 'Karnatka',
    }),
    column: 'Place Of Supply',
  })),
  ...Array.from({ length: 412 }, (_, row) => ({
    ...problem('pos-from-name', 'note', inDocument(`${row % 380}`, at('b2b,sez,de', row + 4, 5)), {
      found: row % 2 === 0 ? 'Gujarat' : 'Maharashtra',
      used: row % 2 === 0 ? '24-Gujarat' : '27-Maharashtra',
    }),
    column: 'Place Of Supply',
  })),
  ...PROBLEMS.filter(({ severity }) => severity === 'warning'),
]

/** A month of twelve sheets, with mistakes on most of them. */
const ON_TWELVE: readonly Problem[] = [
  ...PROBLEMS.filter(({ severity }) => severity === 'error'),
  problem('pos-unknown', 'error', at('b2cl', 11, 2), { found: 'Karnatka' }),
  problem('amount-negative', 'error', at('cdnr', 14, 8), { found: -4_41_50 }),
  problem('cell-missing', 'error', at('hsn(b2b)', 21, 2), { column: 'UQC' }),
  problem(
    'number-under-two-parties',
    'error',
    [...at('b2b,sez,de', 77, 2), ...at('exp', 6, 1), ...at('b2cl', 19, 0)],
    { number: 'LT/25-26/0211', parties: '27AAGFM9876R1Z5, exp, b2cl' },
  ),
  problem('sheet-without-header', 'error', [], { sheet: 'docs', table: 'docs' }),
  ...PROBLEMS.filter(({ severity }) => severity !== 'error'),
  problem('rate-out-of-date', 'warning', at('b2cs', 30, 3), { rate: '12', date: '2025-06-14' }),
  problem('rows-added', 'note', at('b2cs', 31, 2), { firstRow: 31, secondRow: 32 }),
]

const NOT_MARKED = { problems: [], painted: 0, moved: 0, gone: [], protectedSheets: [] }
const MARKED = { problems: [], painted: 6, moved: 0, gone: [], protectedSheets: [] }

// ── check ───────────────────────────────────────────────────────────────────────────────────────

function sheet(
  name: string,
  [read, ready, heldBack, setAside]: readonly [number, number, number, number],
  txval: number,
  part: Partial<SheetReport> = {},
): SheetReport {
  return {
    sheet: name,
    table: name.split(',')[0] ?? name,
    rows: { read, ready, heldBack, setAside },
    documents: ready,
    hiddenRows: 0,
    hidden: false,
    totals: totals(ready, txval),
    ...part,
  }
}

export const CHECK: CheckReport = {
  sheets: [
    sheet('b2b,sez,de', [1204, 1196, 6, 2], 98_712_450.75, { hiddenRows: 12 }),
    sheet('b2cs', [31, 31, 0, 0], 1_204_500),
    sheet('cdnr', [18, 17, 1, 0], -212_000.4),
    sheet('hsn(b2b)', [44, 43, 0, 1], 98_500_450.35, { table: 'hsn-b2b' }),
    sheet('docs', [4, 4, 0, 0], 0),
  ],
  notRead: [
    {
      sheet: 'Help Instruction',
      problem: problem('sheet-is-no-table', 'note', [], { sheet: 'Help Instruction' }),
    },
    {
      sheet: 'B2B June final',
      problem: problem('sheet-named-otherwise', 'warning', [], {
        sheet: 'B2B June final',
        table: 'b2b',
        name: 'b2b,sez,de',
      }),
    },
  ],
  problems: PROBLEMS,
  problemCount: PROBLEMS.length,
  causes: countCauses(PROBLEMS),
}

const TWELVE: CheckReport = {
  sheets: [
    sheet('b2b,sez,de', [12_041, 11_961, 78, 2], 1_234_567_890.12, {
      hiddenRows: 12,
    }),
    sheet('b2cl', [31, 29, 2, 0], 9_204_500),
    sheet('b2cs', [212, 212, 0, 0], 1_204_500, { documents: 198 }),
    sheet('cdnr', [118, 116, 2, 0], -212_000.4),
    sheet('cdnur', [3, 3, 0, 0], -4_000, { hidden: true }),
    sheet('exp', [17, 16, 1, 0], 18_400_000),
    sheet('at', [2, 2, 0, 0], 50_000),
    sheet('atadj', [1, 1, 0, 0], 20_000),
    sheet('exemp', [4, 4, 0, 0], 310_000),
    sheet('hsn(b2b)', [44, 42, 1, 1], 98_500_450.35, { table: 'hsn-b2b' }),
    sheet('hsn(b2c)', [12, 12, 0, 0], 1_204_500, { table: 'hsn-b2c' }),
  ],
  notRead: [
    {
      sheet: 'docs',
      problem: problem('sheet-without-header', 'error', [], { sheet: 'docs', table: 'docs' }),
    },
    ...CHECK.notRead,
  ],
  problems: ON_TWELVE,
  problemCount: ON_TWELVE.length,
  causes: countCauses(ON_TWELVE),
}

const HEADERLESS = problem('sheet-without-header', 'error', [], { sheet: 'b2cs', table: 'b2cs' })
const UNREADABLE: CheckReport = {
  sheets: [],
  notRead: [{ sheet: 'b2cs', problem: HEADERLESS }],
  problems: [HEADERLESS],
  problemCount: 1,
  causes: countCauses([HEADERLESS]),
}

const EMPTY: CheckReport = {
  sheets: ['b2b,sez,de', 'b2cs', 'docs'].map((name) => sheet(name, [2, 0, 0, 2], 0)),
  notRead: [],
  problems: [],
  problemCount: 0,
  causes: [],
}

const CLEAN: CheckReport = {
  sheets: [sheet('b2b,sez,de', [1202, 1200, 0, 2], 98_712_450.75)],
  notRead: [],
  problems: [],
  problemCount: 0,
  causes: [],
}

// ── plan, return, review ────────────────────────────────────────────────────────────────────────

/** The portal was asked, and holds what we left there. */
const AS_WE_LEFT_IT = { differences: [], differenceCount: 0, portal: 'asked' } as const

export const PLAN: CheckedPlan = {
  ...AS_WE_LEFT_IT,
  plan: 'p1',
  submissions: 3,
  check: CHECK,
  sections: [
    {
      section: 'b2b',
      added: totals(1180, 97_000_450.75),
      changed: totals(12, 1_712_000),
      removed: totals(0, 0),
      unchanged: 4,
      heldBack: 6,
      waiting: 0,
      whole: false,
      firstRemoved: [],
      mustTypeRemovals: false,
    },
    {
      section: 'cdnr',
      added: totals(0, 0),
      changed: totals(0, 0),
      removed: totals(2, -41_500),
      unchanged: 15,
      heldBack: 1,
      waiting: 0,
      whole: false,
      firstRemoved: [`CN/25-26/0007 of ${FIRM}`, `CN/25-26/0009 of ${COMPANY}`],
      mustTypeRemovals: false,
    },
    {
      section: 'doc_issue',
      added: totals(4, 0),
      changed: totals(0, 0),
      removed: totals(0, 0),
      unchanged: 0,
      heldBack: 0,
      waiting: 0,
      whole: false,
      firstRemoved: [],
      mustTypeRemovals: false,
    },
  ],
}

export function section(id: string, part: Partial<SectionPlan>): SectionPlan {
  return {
    section: id,
    added: totals(0, 0),
    changed: totals(0, 0),
    removed: totals(0, 0),
    unchanged: 0,
    heldBack: 0,
    waiting: 0,
    whole: false,
    firstRemoved: [],
    mustTypeRemovals: false,
    ...part,
  }
}

/** In the order of the sheets, as the agent tells it. */
const ELEVEN: CheckedPlan = {
  ...AS_WE_LEFT_IT,
  plan: 'p3',
  submissions: 9,
  check: TWELVE,
  sections: [
    section('b2b', {
      added: totals(11_840, 1_204_567_890.12),
      changed: totals(112, 30_000_000),
      unchanged: 9,
      heldBack: 78,
    }),
    section('b2cl', { added: totals(29, 9_204_500), heldBack: 2 }),
    section('b2cs', { added: totals(198, 1_204_500) }),
    section('cdnr', {
      removed: totals(2, -41_500),
      unchanged: 114,
      heldBack: 2,
      firstRemoved: [`CN/25-26/0007 of ${FIRM}`, `CN/25-26/0009 of ${COMPANY}`],
    }),
    section('cdnur', { unchanged: 3 }),
    section('exp', { added: totals(16, 18_400_000), heldBack: 1 }),
    section('at', { unchanged: 2 }),
    section('txpd', { unchanged: 1 }),
    section('nil', { added: totals(4, 310_000), whole: true }),
    section('hsn', { heldBack: 1, waiting: 54 }),
    section('doc_issue', {}),
  ],
}

/** Nothing can go: what is new has a mistake, or waits for what has one. */
const ALL_WAITS: CheckedPlan = {
  ...ELEVEN,
  plan: 'p4',
  submissions: 0,
  sections: [section('b2b', { unchanged: 11_961 }), section('hsn', { heldBack: 3, waiting: 54 })],
}

const BIG_REMOVAL: CheckedPlan = {
  ...PLAN,
  plan: 'p2',
  sections: PLAN.sections.map((of) =>
    of.section === 'b2b'
      ? {
          ...of,
          removed: totals(24, 2_450_000),
          firstRemoved: Array.from({ length: 10 }, (_, i) => `LT/25-26/01${i + 10} of ${FIRM}`),
          mustTypeRemovals: true,
        }
      : { ...of, removed: totals(0, 0), firstRemoved: [] },
  ),
}

export const RETURN: ReturnView = {
  environment: 'practice',
  gstin: OWN,
  period: PERIOD,
  stage: 'draft',
  verdict: [],
  heldBack: [],
  leftOut: false,
  nil: false,
  empty: true,
  calls: 9,
}

export const SAVED = { at: '2025-07-09T10:30:00.000Z', sent: 1196, accepted: 1196, refused: 0 }

export const work = (part: Partial<Work>): Work => ({
  kind: 'save',
  step: 'waiting-for-portal',
  done: 2,
  total: 3,
  since: '2025-07-09T10:31:18.000Z',
  nextAt: '2025-07-09T10:32:12.000Z',
  ...part,
})

const REVIEW: Review = {
  checksum: 'abc',
  takenAt: '2025-07-09T10:31:00.000Z',
  ties: true,
  heldBack: [],
  rows: [
    row('b2b', totals(1196, 98_712_450.75), totals(1196, 98_712_450.75)),
    row('b2cs', totals(31, 1_204_500), totals(31, 1_204_500)),
    row('cdnr', totals(17, -212_000.4), totals(17, -212_000.4)),
    row('hsn', totals(43, 98_500_450.35), totals(43, 98_500_450.35)),
  ],
}

const APART: Review = {
  ...REVIEW,
  ties: false,
  rows: [
    row('b2b', totals(1196, 1_234_567_890.12), totals(1198, 1_234_692_890.12)),
    ...REVIEW.rows.slice(1),
  ],
}

/** Ten sections that tie, one that does not, and one that someone saved elsewhere, under the portal's own name. */
const MANY_SECTIONS: Review = {
  ...REVIEW,
  ties: false,
  rows: [
    ...['b2b', 'b2cl', 'b2cs', 'cdnr', 'cdnur', 'exp', 'at', 'txpd', 'nil', 'doc_issue'].map((id) =>
      row(id, totals(31, 1_234_567_890.12), totals(31, 1_234_567_890.12)),
    ),
    row('hsn', totals(54, 1_334_567_890.12), totals(53, 1_334_500_890.12)),
    row('SUPECOM_14A', totals(0, 0), totals(2, 412_000)),
  ],
}

/** A month that is all explained but ₹340: what the drill-down and the causes look like. */
const rate = (percent: number, txval: number, interState: number) => ({
  rate: percent * 100,
  txval: paise(txval),
  iamt: paise((txval * percent * interState) / 100),
  camt: paise((txval * percent * (1 - interState)) / 200),
  samt: paise((txval * percent * (1 - interState)) / 200),
  csamt: paise(percent === 28 ? txval * 0.12 : 0),
})

const RATES = [
  rate(0, 412_000, 0),
  rate(5, 21_204_500, 0.3),
  rate(12, 8_712_450.75, 0.55),
  rate(18, 98_712_450.75, 0.4),
  rate(28, 12_000_000, 0.2),
  rate(40, -212_000, 1),
]

const sumOf = (part: 'txval' | 'iamt' | 'camt' | 'samt' | 'csamt'): Paise =>
  RATES.reduce((sum, one) => sum + one[part], 0) as Paise

const FIGURES: NonNullable<Review['figures']> = {
  owed: {
    count: 1213,
    txval: sumOf('txval'),
    iamt: sumOf('iamt'),
    camt: sumOf('camt'),
    samt: sumOf('samt'),
    csamt: sumOf('csamt'),
  },
  rates: RATES,
  reverseCharge: totals(3, 84_000),
  creditNotes: totals(17, -212_000.4),
  untaxed: totals(0, 310_000, 0),
  amended: 4,
  hsn: [
    {
      hsn: 'hsn(b2b)',
      compared: {
        hsn: { taxable: 98_712_450_75, tax: 17_768_241_13 },
        documents: { taxable: 98_712_451_15, tax: 17_768_241_13 },
        ties: true,
      },
    },
    {
      hsn: 'hsn(b2c)',
      compared: {
        hsn: { taxable: 1_204_500_00, tax: 216_810_00 },
        documents: { taxable: 1_184_500_00, tax: 213_210_00 },
        ties: false,
      },
    },
  ],
}

const IN_FULL: Review = { ...REVIEW, figures: FIGURES }

const EXPLAINED: Review = {
  ...IN_FULL,
  ties: false,
  figures: { ...FIGURES, hsn: [{ hsn: 'hsn(b2b)', why: 'held-back' }] },
  rows: [
    {
      ...row('b2b', totals(1196, 98_712_450.75), totals(1198, 98_837_790.75)),
      explained: [
        { cause: 'rounding', documents: 14, amounts: { ...totals(0, 0), iamt: paise(1.2) } },
        { cause: 'only-there', documents: 2, amounts: totals(2, 125_000) },
        { cause: 'refused', documents: 1, amounts: totals(0, -4_000) },
      ],
      unexplained: { ...totals(0, 340, 0) },
    },
    ...REVIEW.rows.slice(1),
  ],
}

const SECTION_ROWS: NonNullable<PaneState['sectionRows']> = {
  section: 'b2b',
  only: 'differing',
  from: 0,
  count: 67,
  differing: 67,
  rows: [
    {
      document: `LT/25-26/0188 (${FIRM})`,
      state: 'rounding',
      sheet: totals(1, 1_26_500.5),
      portal: { ...totals(1, 1_26_500.5), iamt: paise(9_108.4) },
      cells: [66, 67].map((line) => ({ sheet: 'b2b,sez,de', row: line, columns: [2], key: [] })),
    },
    {
      document: `LT/25-26/0231 (${COMPANY})`,
      state: 'refused',
      sheet: totals(1, 1_23_45_678.9),
      portal: totals(1, 1_22_45_678.9),
      cells: [90, 92, 140].map((line) => ({
        sheet: 'b2b,sez,de',
        row: line,
        columns: [2],
        key: [],
      })),
    },
    {
      document: `WEB-1007 (${FIRM})`,
      state: 'only-there',
      portal: totals(1, 62_500),
      cells: [],
    },
    {
      document: `LT/25-26/0001 (${FIRM})`,
      state: 'same',
      sheet: totals(1, 5_000),
      portal: totals(1, 5_000),
      cells: [{ sheet: 'b2b,sez,de', row: 4, columns: [2], key: [] }],
    },
  ],
}

function row(section: string, sheetTotals: Totals, portal: Totals): Review['rows'][number] {
  const minus = (part: keyof Totals): number => portal[part] - sheetTotals[part]
  const difference = {
    count: minus('count'),
    txval: minus('txval') as Paise,
    iamt: minus('iamt') as Paise,
    camt: minus('camt') as Paise,
    samt: minus('samt') as Paise,
    csamt: minus('csamt') as Paise,
  }
  return { section, sheet: sheetTotals, portal, difference, explained: [], unexplained: difference }
}

// ── states ──────────────────────────────────────────────────────────────────────────────────────

const refused = (code: string, facts: Problem['facts'] = {}): Problem =>
  problem(code, 'error', [], facts)

const START: PaneState = { ...BEFORE_START, now: NOW }

const FRESH: PaneState = {
  ...START,
  place: 'connect',
  about: { version: '0.1.0', environment: 'practice', hasKeys: true, taxpayers: [] },
}

export const OPEN: PaneState = {
  ...FRESH,
  about: { version: '0.1.0', environment: 'practice', hasKeys: true, taxpayers: [taxpayer] },
  taxpayer,
  period: PERIOD,
  bound: { gstin: OWN, period: PERIOD, environment: 'practice' },
  session: { signedIn: false, signing: 'evc' },
  return: RETURN,
}

const IN: PaneState = {
  ...OPEN,
  session: { signedIn: true, expiresAt: '2025-07-09T16:02:00.000Z', signing: 'evc' },
}

const CHECKED: PaneState = {
  ...OPEN,
  place: 'check',
  check: CHECK,
  listed: { from: 'check', problems: PROBLEMS, count: PROBLEMS.length, marks: MARKED },
}

export const returned = (base: PaneState, part: Partial<ReturnView>): PaneState => ({
  ...base,
  return: { ...RETURN, ...part },
})

export const SAVE: PaneState = { ...IN, place: 'save' }
export const FILE: PaneState = { ...IN, place: 'file', review: REVIEW }

const company: Taxpayer = { ...taxpayer, gstin: COMPANY, username: 'sabarmati.steel' }
const COMPANY_OPEN: PaneState = {
  ...IN,
  taxpayer: company,
  bound: undefined,
  session: { signedIn: true, expiresAt: '2025-07-09T16:02:00.000Z', signing: 'dsc' },
}

const NIL: Partial<ReturnView> = { stage: 'ready', nil: true }
const NIL_FILE: PaneState = { ...FILE, review: undefined }

export const FILED: Partial<ReturnView> = {
  stage: 'filed',
  ack: 'PRACTICE-ACK-000123',
  arn: 'XX240625000123P',
  filedOn: '2025-07-09',
}

const BOUND = { gstin: OWN, period: PERIOD, environment: 'practice' } as const
const OTHER = '052025' as Period
const ON_LIVE: Partial<PaneState> = {
  about: { version: '0.1.0', environment: 'live', hasKeys: true, taxpayers: [taxpayer, company] },
  bound: { ...BOUND, environment: 'live' },
}

const atSignIn = (operation: string, code: string, message: string): Problem => ({
  ...refused('portal', { operation, code, message }),
  source: 'portal',
})

export const STATES: Readonly<Record<string, PaneState>> = {
  starting: START,
  'starting-workbook-unread': {
    ...FRESH,
    place: 'starting',
    refused: refused('excel-busy', { place: 'SettingCollection.getItemOrNullObject' }),
  },
  'outside-excel': { ...START, place: 'outside-excel' },
  'agent-away': { ...START, place: 'agent-away', refused: refused('agent-not-running') },
  pair: { ...START, place: 'pair' },
  'pair-refused': { ...START, place: 'pair', refused: refused('pairing-code-wrong') },
  keys: {
    ...FRESH,
    place: 'keys',
    about: { version: '0.1.0', environment: 'live', hasKeys: false, taxpayers: [] },
  },

  welcome: { ...START, place: 'welcome' },
  'part-missing': { ...FRESH, partMissing: true },
  'connect-new': FRESH,
  'connect-live': { ...OPEN, ...ON_LIVE },
  'connect-no-api-access': {
    ...OPEN,
    ...ON_LIVE,
    refused: atSignIn('request-otp', 'AUTH4037', 'API access is not available'),
  },
  'connect-wrong-user': {
    ...OPEN,
    ...ON_LIVE,
    refused: atSignIn('request-otp', 'AUTH4041', 'Username does not belong to this GSTIN'),
  },
  'bound-to-other-month': {
    ...OPEN,
    bound: { gstin: OWN, period: OTHER, environment: 'practice' },
  },
  'bound-to-other-taxpayer': {
    ...OPEN,
    place: 'check',
    bound: { gstin: FIRM, period: PERIOD, environment: 'practice' },
  },
  'bound-to-practice': { ...OPEN, ...ON_LIVE, place: 'save', bound: BOUND },
  'connect-prefilled': { ...OPEN, editingTaxpayer: true },
  'connect-bound-unknown': {
    ...FRESH,
    bound: { gstin: FIRM, period: PERIOD, environment: 'practice' },
  },
  'connect-other-workbook': {
    ...OPEN,
    editingTaxpayer: true,
    bound: { gstin: FIRM, period: PERIOD, environment: 'practice' },
  },
  'connect-open': OPEN,
  'connect-otp-sent': { ...OPEN, otpSentAt: '2025-07-09T10:31:40.000Z' },
  'connect-otp-wrong': {
    ...OPEN,
    otpSentAt: '2025-07-09T10:31:40.000Z',
    refused: atSignIn('sign-in', 'AUTH4034', 'Invalid OTP'),
  },
  'connect-signed-in': IN,
  'connect-company': COMPANY_OPEN,

  'check-before': { ...OPEN, place: 'check' },
  'check-reading': {
    ...OPEN,
    place: 'check',
    busy: 'check',
    reading: { rows: 15_000, ofRows: 100_000 },
  },
  'check-working': { ...OPEN, place: 'check', busy: 'check' },
  'check-excel-busy': { ...OPEN, place: 'check', refused: refused('excel-editing') },
  'check-clean': {
    ...OPEN,
    place: 'check',
    check: CLEAN,
    listed: { from: 'check', problems: [], count: 0, marks: NOT_MARKED },
  },
  'check-problems': CHECKED,
  'check-chosen': { ...CHECKED, chosen: 2 },
  'check-chosen-gone': { ...CHECKED, chosen: 3, found: 'gone' },
  'check-filtered': { ...CHECKED, severity: 'warning' },
  'check-protected': {
    ...CHECKED,
    listed: {
      from: 'check',
      problems: PROBLEMS,
      count: PROBLEMS.length,
      marks: { ...MARKED, painted: 1, moved: 2, protectedSheets: ['b2b,sez,de'] },
    },
  },
  'check-all-protected': {
    ...CHECKED,
    check: TWELVE,
    listed: {
      from: 'check',
      problems: ON_TWELVE,
      count: ON_TWELVE.length,
      marks: {
        ...MARKED,
        painted: 0,
        protectedSheets: ['b2b,sez,de', 'b2cl', 'b2cs', 'cdnr', 'exp', 'hsn(b2b)'],
      },
    },
  },
  'check-thousands': {
    ...CHECKED,
    check: { ...CHECK, problems: MANY, problemCount: 12_345, causes: countCauses(many(12_345)) },
    listed: { from: 'check', problems: MANY, count: 12_345, marks: MARKED },
  },
  'check-causes': {
    ...CHECKED,
    check: { ...CHECK, problems: ALIKE, problemCount: ALIKE.length, causes: countCauses(ALIKE) },
    listed: { from: 'check', problems: ALIKE, count: ALIKE.length, marks: MARKED },
  },
  'check-untied': {
    ...CHECKED,
    check: { ...CHECK, sheets: [sheet('b2b,sez,de', [1204, 1190, 6, 2], 98_712_450.75)] },
  },

  'check-twelve': {
    ...CHECKED,
    check: TWELVE,
    listed: { from: 'check', problems: ON_TWELVE, count: ON_TWELVE.length, marks: MARKED },
  },
  'check-one-sheet': {
    ...CHECKED,
    check: TWELVE,
    listed: { from: 'check', problems: ON_TWELVE, count: ON_TWELVE.length, marks: MARKED },
    sheet: 'cdnr',
    chosen: 5,
  },
  'check-no-rows': {
    ...OPEN,
    place: 'check',
    check: EMPTY,
    listed: { from: 'check', problems: [], count: 0, marks: NOT_MARKED },
  },
  'check-unreadable': {
    ...OPEN,
    place: 'check',
    check: UNREADABLE,
    listed: { from: 'check', problems: UNREADABLE.problems, count: 1, marks: NOT_MARKED },
  },
  'check-no-tables': { ...OPEN, place: 'check', refused: refused('workbook-empty') },

  'save-sign-in': { ...OPEN, place: 'save' },
  'save-before': SAVE,
  'save-plan': { ...SAVE, plan: PLAN, check: CHECK },
  'save-plan-removals': { ...SAVE, plan: BIG_REMOVAL, check: CHECK },
  'save-plan-unread': { ...SAVE, plan: { ...PLAN, unread: ['cdnr', 'exp'] } },
  'save-plan-nothing': { ...SAVE, plan: { ...PLAN, submissions: 0, sections: [] } },
  'save-plan-eleven': { ...SAVE, plan: ELEVEN, check: TWELVE },
  'save-plan-all-waits': { ...SAVE, plan: ALL_WAITS, check: TWELVE },
  'save-resetting': returned(SAVE, {
    stage: 'resetting',
    work: work({ kind: 'reset', step: 'resetting', done: 0, total: 1 }),
  }),
  'save-working': returned(SAVE, { stage: 'saving', work: work({}) }),
  'save-waiting-sign-in': returned(SAVE, {
    stage: 'saving',
    work: work({ step: 'waiting-for-sign-in', waitingFor: 'sign-in' }),
  }),
  'save-agent-lost': { ...returned(SAVE, { stage: 'saving', work: work({}) }), agentLost: true },
  'save-accepted': returned(SAVE, { stage: 'saved', lastSave: SAVED }),
  'save-refused': {
    ...returned(SAVE, {
      stage: 'savedWithErrors',
      lastSave: { ...SAVED, accepted: 1181, refused: 15 },
      verdict: REFUSED,
      heldBack: ['LT/25-26/0188'],
    }),
    listed: { from: 'portal', problems: REFUSED, count: REFUSED.length, marks: undefined },
  },
  'save-filed': returned(SAVE, FILED),

  'file-draft': FILE,
  'file-not-known': { ...FILE, return: undefined, review: undefined },
  'file-nil-offered': { ...NIL_FILE, check: EMPTY },
  'file-nil-with-rows': { ...NIL_FILE, check: TWELVE },
  'file-nil-unreadable': { ...NIL_FILE, check: UNREADABLE },
  'file-nil-refused': returned(NIL_FILE, { refusal: refused('nil-has-data') }),
  'file-nil-preparing': returned(NIL_FILE, {
    stage: 'preparing',
    work: work({ kind: 'prepare', step: 'preparing', done: 0, total: 1 }),
  }),
  'file-nil': returned(NIL_FILE, NIL),
  'file-nil-otp': returned(NIL_FILE, { ...NIL, stage: 'otpRequested' }),
  'file-nil-company': {
    ...COMPANY_OPEN,
    place: 'file',
    return: { ...RETURN, ...NIL, gstin: COMPANY },
  },
  'file-nil-filed': returned(NIL_FILE, { ...FILED, nil: true }),
  'file-saved': returned(FILE, { stage: 'saved', empty: false, lastSave: SAVED }),
  'file-saved-all-held': returned(FILE, { stage: 'saved', heldBack: ['LT/25-26/0188'] }),
  'file-saved-with-errors': returned(FILE, { stage: 'savedWithErrors', lastSave: SAVED }),
  'file-preparing': returned(FILE, {
    stage: 'preparing',
    work: work({ kind: 'prepare', step: 'preparing', done: 0, total: 0 }),
  }),
  'file-getting-review': {
    ...returned(FILE, { stage: 'ready' }),
    review: undefined,
    busy: 'review',
  },
  'file-no-review': { ...returned(FILE, { stage: 'ready' }), review: undefined },
  'file-ready': returned(FILE, { stage: 'ready' }),
  'file-differs': { ...returned(FILE, { stage: 'ready' }), review: APART },
  'file-in-full': { ...returned(FILE, { stage: 'ready' }), review: IN_FULL },
  'file-explained': {
    ...returned(FILE, { stage: 'ready' }),
    review: EXPLAINED,
    sectionRows: SECTION_ROWS,
  },
  'file-difference-accepted': {
    ...returned(FILE, { stage: 'ready' }),
    review: EXPLAINED,
    acceptedDifference: EXPLAINED.checksum,
  },
  'file-many-sections': { ...returned(FILE, { stage: 'ready' }), review: MANY_SECTIONS },
  'file-held-back': returned(FILE, {
    stage: 'ready',
    heldBack: ['LT/25-26/0188', 'LT/25-26/0203', 'CN/25-26/0011'],
  }),
  'file-many-held-back': returned(FILE, {
    stage: 'ready',
    heldBack: Array.from({ length: 53 }, (_, i) => `hsn(b2b): ${220_110 + i}, CTN-CARTONS, 18`),
  }),
  'file-left-out': returned(FILE, {
    stage: 'ready',
    heldBack: ['LT/25-26/0188', 'LT/25-26/0203'],
    leftOut: true,
  }),
  'file-no-pan': {
    ...returned(FILE, { stage: 'ready' }),
    taxpayer: withoutPan,
  },
  'file-otp': returned(FILE, {
    stage: 'otpRequested',
    otp: {
      sentAt: '2025-07-09T10:31:40.000Z',
      left: 2,
      nextAt: '2025-07-09T10:32:40.000Z',
    },
  }),
  'file-no-otp-left': returned(FILE, {
    stage: 'otpRequested',
    otp: {
      sentAt: '2025-07-09T10:30:40.000Z',
      left: 0,
      nextAt: '2025-07-09T10:39:40.000Z',
    },
  }),
  'file-sending': { ...returned(FILE, { stage: 'otpRequested' }), busy: 'file' },
  'file-otp-wrong': returned(FILE, {
    stage: 'ready',
    refusal: {
      ...refused('portal', { operation: 'file', code: 'RET13506', message: 'EVC is not valid' }),
      source: 'portal',
    },
  }),
  'file-firm': {
    ...returned(FILE, { stage: 'ready' }),
    session: { signedIn: true, expiresAt: '2025-07-09T16:02:00.000Z', signing: 'ask' },
  },
  'file-company': {
    ...COMPANY_OPEN,
    place: 'file',
    review: REVIEW,
    return: { ...RETURN, gstin: COMPANY, stage: 'awaitingPortalSignature' },
  },
  'file-live': {
    ...returned(FILE, { stage: 'otpRequested', environment: 'live' }),
    about: { version: '0.1.0', environment: 'live', hasKeys: true, taxpayers: [taxpayer] },
  },
  'file-unknown': returned(FILE, {
    stage: 'filing',
    signed: { signatory: 'AAAxxxxx4C', differences: [] },
    work: work({ kind: 'confirm', step: 'asking-portal', done: 0, total: 0 }),
  }),
  'file-accepted': returned(FILE, {
    stage: 'accepted',
    ack: 'PRACTICE-ACK-000123',
    work: work({ kind: 'confirm', step: 'confirming-arn', done: 0, total: 0 }),
  }),
  'file-filed': returned(FILE, FILED),
  'file-filed-with-difference': returned(FILE, {
    ...FILED,
    signed: {
      signatory: 'AAAxxxxx4C',
      differences: [{ section: 'b2b', difference: totals(2, 125_340) }],
    },
  }),
  'file-filed-elsewhere': returned(FILE, {
    stage: 'filedElsewhere',
    arn: 'AA2406250001234',
    filedOn: '2025-07-08',
  }),
}
