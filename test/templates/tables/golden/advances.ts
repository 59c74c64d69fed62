// Golden cases of at, atadj and their amendments: table 11.
import { amendedEntries, monthHeaders } from './amended-entries.ts'
import { ALWAYS, type Cells, type CellCase, type Golden } from './golden.ts'

const good: Cells = { pos: '29-Karnataka', rt: 18, ad_amt: 40_000, csamt: 0 }

const headers = {
  pos: ['Place Of Supply', 'POS'],
  diff_percent: ['Applicable % of Tax Rate'],
  rt: ['Rate', 'Rate %', 'GST%', 'GST Rate', 'Tax Rate'],
  csamt: ['Cess Amount', 'Cess'],
} as const

/** What holds for both. */
const cells: readonly CellCase[] = [
  [{}, []],
  [{ pos: '' }, ['cell-missing error pos']],
  [{ pos: 'Nowhere' }, ['pos-unknown error pos']],
  [{ pos: '96-Foreign Country' }, ['pos-abroad error pos']],
  [{ pos: '25-Daman & Diu' }, ['pos-retired warning pos']],
  [{ pos: '25' }, [], { period: '012020' }],
  [{ diff_percent: 50 }, ['percent-unknown error diff_percent']],
  [{ rt: '' }, ['cell-missing error rt']],
  [{ rt: 17 }, ['rate-unknown error rt']],
  [{ rt: 12 }, [], { period: '092025' }],
  [{ rt: 12 }, ['rate-out-of-period warning rt'], { period: '102025' }],
  [{ ad_amt: '' }, ['cell-missing error ad_amt']],
  [{ ad_amt: 99_999_999_999.99 }, []],
  [{ ad_amt: 100_000_000_000 }, ['amount-too-large error ad_amt']],
  [{ csamt: 5 }, [], { period: '092025' }],
  [{ csamt: 5 }, ['cess-after-its-end warning csamt'], { period: '102025' }],
  [{ csamt: 'none?' }, ['amount-not-a-number error csamt']],
]

/** Rows of two rates, added where one repeats, at home and away, at 65 %. */
const rows: readonly Cells[] = [
  good,
  { ...good, rt: 5, ad_amt: 1000, csamt: '' },
  { ...good, ad_amt: 0.5, diff_percent: 100 },
  { ...good, pos: '27-Maharashtra', ad_amt: 15_000, diff_percent: '65.00' },
]
/** 9 % of 40,000.50 is 3,600.045; 18 % × 65 % of 15,000 is 1,755. */
const entries = [
  {
    pos: '29',
    sply_ty: 'INTRA',
    itms: [
      { rt: 18, ad_amt: 40_000.5, camt: 3600.05, samt: 3600.05, csamt: 0 },
      { rt: 5, ad_amt: 1000, camt: 25, samt: 25, csamt: 0 },
    ],
  },
  {
    pos: '27',
    sply_ty: 'INTER',
    diff_percent: 0.65,
    itms: [{ rt: 18, ad_amt: 15_000, iamt: 1755, csamt: 0 }],
  },
]
const added = ['rows-added note pos@1 pos@3']
const amounts = { count: 2, txval: 56_000.5, iamt: 1755, camt: 3625.05, samt: 3625.05 }
const back = [
  { ...good, ad_amt: 40_000.5 },
  { ...good, rt: 5, ad_amt: 1000 },
  { ...good, pos: '27-Maharashtra', ad_amt: 15_000, diff_percent: '65.00' },
]

const sezUnit = {
  shows: 'an SEZ unit supplies inter-state within its own state',
  sez: true,
  rows: [good],
  gives: { keys: ['29'], amounts: { count: 1, txval: 40_000, iamt: 7200 } },
} as const

const percentages = {
  shows: 'one place of supply has one percentage',
  rows: [good, { ...good, rt: 5, diff_percent: '65.00' }],
  gives: { keys: [], problems: ['rows-disagree error diff_percent@1 diff_percent@2'] },
} as const

/** As the portal hands it back. */
const copy = {
  pos: '29',
  sply_ty: 'INTRA',
  itms: [{ rt: 18, ad_amt: 40_000, iamt: 0, camt: 3600, samt: 3600 }],
}

const about = { RET191112: 'pos', RET191175: 'rt', RET191107: 'ad_amt' }
const refusal = { pos: '29', sply_ty: 'INTRA', itms: [{ rt: 18, ad_amt: 40_000 }] }

export const at: Golden = {
  table: 'at',
  section: 'at',
  sheets: ['at'],
  headers: {
    pos: headers.pos,
    diff_percent: headers.diff_percent,
    rt: headers.rt,
    ad_amt: ['Gross Advance Received', 'Advance Received'],
    csamt: headers.csamt,
  },
  mayLack: ['diff_percent', 'csamt'],
  periods: [...ALWAYS, ['112026', 'quarterly', false]],
  good,
  cases: [
    {
      shows: 'an entry for each place of supply, with a line for each rate',
      rows,
      gives: { keys: ['29', '27'], problems: added, json: { at: entries }, amounts, back },
    },
    {
      shows: 'an advance paid back is negative, and so is its tax',
      rows: [{ ...good, ad_amt: -1000, csamt: -5 }],
      gives: {
        keys: ['29'],
        json: {
          at: [
            {
              pos: '29',
              sply_ty: 'INTRA',
              itms: [{ rt: 18, ad_amt: -1000, camt: -90, samt: -90, csamt: -5 }],
            },
          ],
        },
        amounts: { count: 1, txval: -1000, camt: -90, samt: -90, csamt: -5 },
      },
    },
    sezUnit,
    percentages,
  ],
  cells: [
    ...cells,
    [{ ad_amt: -40_000 }, []],
    [{ ad_amt: 0 }, ['advance-zero error ad_amt']],
    [{ csamt: -5 }, ['signs-mixed error ad_amt,csamt']],
  ],
  portal: { holds: { at: [copy] }, back: [good] },
  template: {
    title: 'Summary For Advance Received (11B) ',
    totals: { ad_amt: ['Total Advance Received', 80_000], csamt: ['Total Cess', 3] },
  },
  refused: { reports: [(error) => ({ at: [{ ...refusal, ...error }] })], about },
}

export const atadj: Golden = {
  table: 'atadj',
  section: 'txpd',
  sheets: ['atadj', 'txpd'],
  headers: {
    pos: headers.pos,
    diff_percent: headers.diff_percent,
    rt: headers.rt,
    ad_amt: ['Gross Advance Adjusted', 'Advance Adjusted'],
    csamt: headers.csamt,
  },
  mayLack: ['diff_percent', 'csamt'],
  periods: [...ALWAYS, ['112026', 'quarterly', false]],
  good,
  cases: [
    {
      shows: 'goes out as txpd, an entry for each place of supply, with a line for each rate',
      rows,
      gives: { keys: ['29', '27'], problems: added, json: { txpd: entries }, amounts, back },
    },
    sezUnit,
    percentages,
  ],
  cells: [
    ...cells,
    [{ ad_amt: 0 }, []],
    [{ ad_amt: -40_000 }, ['adjustment-negative error ad_amt']],
    [{ csamt: -5 }, ['adjustment-negative error csamt']],
  ],
  // The document GET has been seen to answer under either name.
  portal: { holds: { txpd: [copy], txp: [copy] }, back: [good, good] },
  template: {
    title: 'Summary For Advance Adjusted (11B) ',
    totals: { ad_amt: ['Total Advance Adjusted', 80_000], csamt: ['Total Cess', 3] },
  },
  refused: {
    // The portal names the section either way when it answers.
    reports: [
      (error) => ({ txpd: [{ ...refusal, ...error }] }),
      (error) => ({ txp: [{ ...refusal, ...error }] }),
    ],
    about,
  },
}

const place = ['Original Place Of Supply', 'Place Of Supply', 'POS'] as const

export const ata = amendedEntries(at, {
  table: 'ata',
  section: 'ata',
  sheets: ['ata'],
  title: 'Summary For Amended Tax Liability(Advance Received) ',
  headers: { ...monthHeaders, ...at.headers, pos: place },
  cells: [],
})

export const atadja = amendedEntries(atadj, {
  table: 'atadja',
  section: 'txpda',
  sheets: ['atadja', 'txpda'],
  title: 'Summary For Amendement Of Adjustment Advances',
  headers: { ...monthHeaders, ...atadj.headers, pos: place },
  cells: [],
})
