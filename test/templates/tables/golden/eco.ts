// Golden cases of eco and ecoa: tables 14 and 14A.
import { AUGUST, monthCells, monthHeaders } from './amended-entries.ts'
import { OWN, type CellCase, type Cells, type Golden, type SheetCase } from './golden.ts'

/** Two operators: one registered to collect tax at source, one that is not. */
const COLLECTS = '27BBQPS4410R1C4'
const PAYS = '33BBQPN2290L1Z7'

const TCS = 'Liable to collect tax u/s 52(TCS)'
const NINE_FIVE = 'Liable to pay tax u/s 9(5)'

const amounts = { igst: 21_000, cgst: 9000, sgst: 9000, cess: 4 }
const good: Cells = { nature: TCS, etin: COLLECTS, suppval: 250_000.5, ...amounts }
const paid: Cells = { nature: NINE_FIVE, etin: PAYS, suppval: 64_000 }

const taxHeaders = {
  igst: ['Integrated tax', 'Integrated tax Amount', 'IGST'],
  cgst: ['Central tax', 'Central tax Amount', 'CGST'],
  sgst: ['State/UT tax', 'State/UT tax Amount', 'SGST'],
  cess: ['Cess', 'Cess Amount'],
} as const

/** What holds for both. */
const cells: readonly CellCase[] = [
  [{}, []],
  [{ nature: '' }, ['cell-missing error nature']],
  [{ nature: 'Commission' }, ['supply-nature-unknown error nature']],
  [{ nature: '#REF!' }, ['cell-error error nature']],
  [{ etin: '' }, ['cell-missing error etin']],
  [{ etin: '27BBQPS4410R1C5' }, ['gstin-check-character error etin']],
  [{ etin: OWN }, ['gstin-is-own error etin', 'operator-not-tcs error nature,etin']],
  [{ etin: PAYS }, ['operator-not-tcs error nature,etin']],
  [{ etin: PAYS, nature: NINE_FIVE }, ['operator-pays-tax note nature,igst,cgst,sgst']],
  [{ etin: PAYS, nature: NINE_FIVE, igst: '', cgst: '', sgst: '' }, []],
  [{ nature: NINE_FIVE, igst: 0 }, ['operator-pays-tax note nature,igst,cgst,sgst']],
  [{ operator: '#N/A' }, []],
  [{ suppval: '' }, ['cell-missing error suppval']],
  [{ suppval: 0 }, []],
  [{ suppval: 100_000_000_000 }, ['amount-too-large error suppval']],
  ...['suppval', 'igst', 'cess'].map((name): CellCase => [
    { [name]: 'some' },
    [`amount-not-a-number error ${name}`],
  ]),
  ...['cgst', 'sgst'].flatMap((name): CellCase[] => [
    [{ [name]: 'some' }, [`amount-not-a-number error ${name}`]],
    [{ [name]: 9000.01 }, ['halves-differ error cgst,sgst']],
  ]),
  [{ igst: '', cgst: '', sgst: '', cess: '' }, []],
  ...['suppval', 'igst', 'cess'].map((name): CellCase => [
    { [name]: -5 },
    ['signs-mixed error suppval,igst,cgst,sgst,cess'],
  ]),
  ...['cgst', 'sgst'].map((name): CellCase => [
    { [name]: -5 },
    ['signs-mixed error suppval,igst,cgst,sgst,cess', 'halves-differ error cgst,sgst'],
  ]),
  [{ suppval: -250_000.5, igst: -21_000, cgst: -9000, sgst: -9000, cess: -1 }, []],
]

const about = {
  RET191153: 'nature',
  RET191107: 'suppval',
}

/** Entries of three kinds, with the operator's name, which is not sent. */
const rowsOf = (more: Cells): Cells[] => [
  { ...more, ...good, operator: 'Bazaar' },
  { ...more, ...paid, igst: '', cess: '' },
  { ...more, ...paid, nature: '9(5)', etin: COLLECTS, suppval: -10 },
  { ...more, ...good, suppval: 0.5, igst: 1, cgst: '', sgst: '', cess: 2.5 },
]

const listsOf = (more: object) => [
  [{ ...more, etin: COLLECTS, suppval: 250_001, igst: 21_001, cgst: 9000, sgst: 9000, cess: 6.5 }],
  [
    { ...more, etin: PAYS, suppval: 64_000, igst: 0, cgst: 0, sgst: 0, cess: 0 },
    { ...more, etin: COLLECTS, suppval: -10, igst: 0, cgst: 0, sgst: 0, cess: 0 },
  ],
]

const totals = {
  count: 3,
  txval: 313_991,
  iamt: 21_001,
  camt: 9000,
  samt: 9000,
  csamt: 6.5,
}

const zeros = { igst: 0, cgst: 0, sgst: 0, cess: 0 }
const backOf = (more: Cells): Cells[] => [
  { ...more, ...good, suppval: 250_001, igst: 21_001, cess: 6.5 },
  { ...more, ...paid, ...zeros },
  { ...more, ...paid, etin: COLLECTS, suppval: -10, ...zeros },
]

const total = (more: Cells): SheetCase => ({
  shows: 'a total says so in words, where the nature is',
  rows: [
    { ...more, ...good },
    { nature: 'Total', suppval: 7 },
  ],
  gives: {
    keys: [
      more.fy === undefined ? `CLTTX|${COLLECTS}` : `2026-27|08|CLTTXA|${COLLECTS}|${COLLECTS}`,
    ],
    problems: ['row-is-total note nature@2'],
  },
})

const [clttx = [], paytx = []] = listsOf({})

export const eco: Golden = {
  table: 'eco',
  section: 'supeco',
  sheets: ['eco', 'Supeco'],
  headers: {
    nature: ['Nature of Supply', 'Nature'],
    etin: ['GSTIN of E-Commerce Operator', 'E-Commerce GSTIN', 'Operator GSTIN'],
    operator: ['E-Commerce Operator Name', 'Operator Name'],
    suppval: ['Net value of supplies', 'Net Value'],
    ...taxHeaders,
  },
  mayLack: ['operator'],
  periods: [
    ['122023', 'monthly', false],
    ['012024', 'monthly', true],
    ['122026', 'quarterly', true],
    ['112026', 'quarterly', false],
  ],
  good,
  cases: [
    {
      shows:
        'the nature is the list; rows of one operator are added; taxes have names of their own',
      rows: rowsOf({}),
      gives: {
        keys: [`CLTTX|${COLLECTS}`, `PAYTX|${PAYS}`, `PAYTX|${COLLECTS}`],
        problems: ['rows-added note nature,etin@1 nature,etin@4'],
        json: { supeco: { clttx, paytx } },
        amounts: totals,
        back: backOf({}),
      },
    },
    total({}),
  ],
  cells,
  portal: {
    holds: {
      supeco: {
        clttx: [{ etin: COLLECTS, suppval: 250_000.5, ...amounts, flag: 'N', chksum: 'aa' }],
        paytx: [],
      },
    },
    back: [good],
  },
  template: {
    title: 'Summary For Supplies through ECO-14',
    totals: {
      etin: ['No. of E-Commerce Operator', 1],
      suppval: ['Total Net Value', 500_001],
      igst: ['Total Integrated Tax', 42_000],
      cgst: ['Total Central Tax', 18_000],
      sgst: ['Total State/UT Tax', 18_000],
      cess: ['Total Cess', 8],
    },
  },
  refused: {
    // At the report's root, or under the section.
    reports: [
      (error) => ({ clttx: [{ etin: COLLECTS, suppval: 250_000.5, ...error }] }),
      (error) => ({ supeco: { clttx: [{ etin: COLLECTS, suppval: 250_000.5, ...error }] } }),
    ],
    about: { ...about, RET191152: 'etin', RET191205: 'suppval,igst,cgst,sgst,cess' },
  },
}

const amendedGood: Cells = { ...AUGUST, oetin: COLLECTS, ...good }
const original = { ...AUGUST, oetin: COLLECTS }
const key = (nature: string, etin: string) => `2026-27|08|${nature}|${COLLECTS}|${etin}`
const [clttxa = [], paytxa = []] = listsOf({ omon: '082026', oetin: COLLECTS })
const marks = 'fy,month,nature,oetin,etin'

export const ecoa: Golden = {
  table: 'ecoa',
  section: 'supecoa',
  sheets: ['ecoa', 'Supecoa'],
  headers: {
    nature: eco.headers.nature ?? [''],
    ...monthHeaders,
    oetin: [
      'Original GSTIN of E-Commerce Operator',
      'Original E-Commerce GSTIN',
      'Original Operator GSTIN',
    ],
    etin: [
      'Revised GSTIN of E-Commerce Operator',
      'Revised E-Commerce GSTIN',
      'Revised Operator GSTIN',
    ],
    operator: ['E-Commerce Operator Name', 'Operator Name'],
    suppval: ['Revised Net value of supplies', 'Revised Net Value'],
    ...taxHeaders,
  },
  mayLack: ['operator'],
  periods: [
    ['012024', 'monthly', false],
    ['022024', 'monthly', true],
    ['122026', 'quarterly', true],
    ['112026', 'quarterly', false],
  ],
  good: amendedGood,
  cases: [
    {
      shows: 'the original operator and month stand beside what holds now',
      rows: rowsOf(original),
      gives: {
        keys: [key('CLTTXA', COLLECTS), key('PAYTXA', PAYS), key('PAYTXA', COLLECTS)],
        problems: [`rows-added note ${marks}@1 ${marks}@4`],
        json: { supecoa: { clttxa, paytxa } },
        amounts: totals,
        back: backOf(original),
      },
    },
    {
      shows: 'each month of an operator is an entry of its own',
      rows: [amendedGood, { ...amendedGood, month: 'JULY' }],
      gives: {
        keys: [key('CLTTXA', COLLECTS), `2026-27|07|CLTTXA|${COLLECTS}|${COLLECTS}`],
      },
    },
    total(original),
  ],
  cells: [
    ...cells,
    ...monthCells,
    [{ oetin: '' }, ['cell-missing error oetin']],
    [{ oetin: 'Bazaar' }, ['gstin-length error oetin']],
    // The wrong operator may be what is amended.
    [{ oetin: PAYS }, []],
    [{ fy: '2025-26', month: 'APRIL' }, []],
    [{ fy: '2024-25', month: 'MARCH' }, ['amendment-too-late warning fy,month']],
    [{ fy: '2023-24', month: 'JANUARY' }, [], { period: '022024' }],
    [
      { fy: '2023-24', month: 'DECEMBER' },
      ['original-before-table warning fy,month'],
      { period: '022024' },
    ],
  ],
  portal: {
    holds: {
      supecoa: {
        clttxa: [
          {
            omon: '082026',
            oetin: COLLECTS,
            etin: COLLECTS,
            suppval: 250_000.5,
            ...amounts,
            flag: 'N',
            chksum: 'aa',
          },
        ],
      },
    },
    back: [amendedGood],
  },
  template: {
    title: 'Summary For Amended Supplies through ECO-14A',
    totals: {
      oetin: ['No. of E-Commerce Operator', 1],
      suppval: ['Total Net Value', 500_001],
      igst: ['Total Integrated Tax', 42_000],
      cgst: ['Total Central Tax', 18_000],
      sgst: ['Total State/UT Tax', 18_000],
      cess: ['Total Cess', 8],
    },
  },
  refused: {
    reports: [
      (error) => ({
        clttxa: [{ omon: '082026', oetin: COLLECTS, etin: COLLECTS, ...error }],
      }),
      (error) => ({
        supecoa: { clttxa: [{ omon: '082026', oetin: COLLECTS, etin: COLLECTS, ...error }] },
      }),
    ],
    about: { ...about, RET191152: 'oetin,etin', RET191205: 'suppval,igst,cgst,sgst,cess' },
  },
}
