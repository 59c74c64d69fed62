// Golden cases of ecob2b and ecourp2b, table 15, and of their amendments: documents to registered recipients. The two differ in
// the supplier, who is registered or not.
import { asObject, type JsonObject } from '../../../../templates/payload/wire-document.ts'
import { amended, dated, none, once, SEP_9 } from './amended.ts'
import {
  FAR,
  NEIGHBOUR,
  OCT_9,
  OWN,
  type CellCase,
  LATE,
  type Cells,
  type Golden,
  type SheetCase,
} from './golden.ts'

export const SELLER = '33AADCN5528K1ZD'
const OTHER_SELLER = '07AADCN5528K1Z8'

interface Its {
  readonly table: string
  readonly sheets: readonly string[]
  readonly list: string
  readonly title: string
  readonly amendedTitle: string
  /** What a row has besides, and what stands before the number in a key. */
  readonly parties: Cells
  readonly of: (recipient: string) => string
  readonly supplierHeaders: Golden['headers']
  readonly supplierCells: readonly CellCase[]
  readonly supplierTotals: Golden['template']['totals']
  /** The columns that a code about a party marks, and those that are wanting in a row of nothing. */
  readonly partyColumns: readonly string[]
}

const BUYER_HEADERS = {
  rtin: ['Recipient GSTIN/UIN', 'Recipient GSTIN', 'GSTIN/UIN of Recipient'],
  recipient: ['Recipient Name', 'Receiver Name'],
} as const

const headers = {
  inum: ['Document Number', 'Document No', 'Doc No'],
  idt: ['Document Date', 'Date of Document'],
  val: ['Value of supplies made', 'Document Value'],
  pos: ['Place Of Supply', 'POS'],
  inv_typ: ['Document type'],
  rt: ['Rate', 'Rate %', 'GST%', 'GST Rate', 'Tax Rate'],
  txval: ['Taxable Value'],
  csamt: ['Cess Amount', 'Cess'],
} as const

/** Supplies through operators are asked for since January 2024, also by the month of quarterly filers. */
const periods: Golden['periods'] = [
  ['122023', 'monthly', false],
  ['012024', 'monthly', true],
  ['112026', 'quarterly', true],
]
const amendedPeriods: Golden['periods'] = [
  ['012024', 'monthly', false],
  ['022024', 'monthly', true],
  ['112026', 'quarterly', true],
]

function documents(its: Its): Golden {
  const good: Cells = {
    ...its.parties,
    rtin: FAR,
    inum: 'OPS/000781',
    idt: OCT_9,
    val: 1050,
    pos: '27-Maharashtra',
    inv_typ: 'Regular',
    rt: 5,
    txval: 1000,
    csamt: 0,
  }
  const home: Cells = { ...good, rtin: NEIGHBOUR, pos: '29-Karnataka' }
  const rows: readonly Cells[] = [
    { ...good, recipient: 'Sahyadri Stores', supplier: 'Nila Foods' },
    { ...home, inum: 'OPS/000782', val: 2230 },
    { ...home, inum: 'OPS/000782', val: 2230, rt: 18 },
    // 18 % of 80.03 is 14.4054.
    {
      ...home,
      inum: 'OPS/000783',
      inv_typ: 'SEZ supplies with payment',
      rt: 18,
      txval: 80.03,
      val: 94.44,
    },
    { ...good, inum: 'OPS/000784', inv_typ: 'SEZ supplies without payment', val: 1000 },
    { ...home, inum: 'OPS/000785', inv_typ: 'Deemed Exp', rt: 0.25, txval: 100.1, val: 100.36 },
  ]
  const group = (recipient: string, inv: readonly JsonObject[]): JsonObject => {
    const { stin } = its.parties
    return { ...(stin !== undefined && { stin }), rtin: recipient, inv: [...inv] }
  }
  const invoice = (
    inum: string,
    val: number,
    more: JsonObject,
    itms: readonly JsonObject[],
  ): JsonObject => ({
    inum,
    idt: '09-10-2026',
    val,
    inv_typ: 'R',
    flag: 'N',
    ...more,
    itms: itms.map((itm_det) => ({
      num: Math.round(Number(itm_det.rt) * 100) + 1,
      itm_det,
    })),
  })
  const away = { pos: '27', sply_ty: 'INTER' }
  const inside = { pos: '29', sply_ty: 'INTRA' }
  const cases: SheetCase[] = [
    {
      shows: 'documents of each type, new ones flagged, under their parties',
      rows,
      gives: {
        keys: [
          `${its.of(FAR)}OPS/000781`,
          `${its.of(NEIGHBOUR)}OPS/000782`,
          `${its.of(NEIGHBOUR)}OPS/000783`,
          `${its.of(FAR)}OPS/000784`,
          `${its.of(NEIGHBOUR)}OPS/000785`,
        ],
        json: {
          ecom: {
            [its.list]: [
              group(FAR, [
                invoice('OPS/000781', 1050, away, [{ rt: 5, txval: 1000, iamt: 50, csamt: 0 }]),
                invoice('OPS/000784', 1000, { ...away, inv_typ: 'SEWOP' }, [
                  { rt: 5, txval: 1000, iamt: 0, csamt: 0 },
                ]),
              ]),
              group(NEIGHBOUR, [
                invoice('OPS/000782', 2230, inside, [
                  { rt: 5, txval: 1000, camt: 25, samt: 25, csamt: 0 },
                  { rt: 18, txval: 1000, camt: 90, samt: 90, csamt: 0 },
                ]),
                invoice('OPS/000783', 94.44, { ...inside, sply_ty: 'INTER', inv_typ: 'SEWP' }, [
                  { rt: 18, txval: 80.03, iamt: 14.41, csamt: 0 },
                ]),
                invoice('OPS/000785', 100.36, { ...inside, inv_typ: 'DE' }, [
                  { rt: 0.25, txval: 100.1, camt: 0.13, samt: 0.13, csamt: 0 },
                ]),
              ]),
            ],
          },
        },
        amounts: { count: 5, txval: 4180.13, iamt: 64.41, camt: 115.13, samt: 115.13 },
      },
    },
    {
      shows: 'a blank is no cess, and all comes back',
      rows: [{ ...good, csamt: '' }],
      gives: { keys: [`${its.of(FAR)}OPS/000781`], back: [good] },
    },
    {
      shows: 'an SEZ unit’s supplies are inter-state in its own state too',
      sez: true,
      rows: [home],
      gives: {
        keys: [`${its.of(NEIGHBOUR)}OPS/000781`],
        amounts: { count: 1, txval: 1000, iamt: 50 },
      },
    },
    {
      shows: 'a rate stands once in a document',
      rows: [good, { ...good, recipient: 'Another name', supplier: 'Another too' }],
      gives: { keys: [], problems: ['line-repeated error rt@1 rt@2'] },
    },
    {
      shows: 'rows of one document say the same',
      rows: [good, { ...good, rt: 18, inv_typ: 'Deemed Exp' }],
      gives: { keys: [], problems: ['rows-disagree error inv_typ@1 inv_typ@2'] },
    },
    {
      shows: 'numbers are each supplier’s own: one may stand under two parties, and in b2b',
      rows: [good, home],
      beside: {
        b2b: [
          {
            ctin: FAR,
            inum: 'OPS/000781',
            idt: OCT_9,
            val: 1180,
            pos: '27-Maharashtra',
            inv_typ: 'Regular B2B',
            rt: 18,
            txval: 1000,
          },
        ],
      },
      gives: {
        keys: [`${its.of(FAR)}OPS/000781`, `${its.of(NEIGHBOUR)}OPS/000781`, `${FAR}|OPS/000781`],
      },
    },
    {
      shows: 'a document goes on over rows that repeat nothing of it',
      rows: [
        { ...good, val: 2230 },
        { rt: 18, txval: 1000 },
      ],
      gives: {
        keys: [`${its.of(FAR)}OPS/000781`],
        problems: [`row-continues-above note ${[...its.partyColumns, 'inum'].join()}@2`],
      },
    },
    {
      shows: 'a date alone goes on with nothing',
      rows: [good, { idt: OCT_9, rt: 18, txval: 1000 }],
      gives: {
        keys: [`${its.of(FAR)}OPS/000781`],
        problems: [...its.partyColumns, 'inum', 'val', 'pos', 'inv_typ'].map(
          (name) => `cell-missing error ${name}@2`,
        ),
      },
    },
    {
      shows: 'a name alone goes on with nothing',
      rows: [good, { recipient: 'Kaveri Mills', supplier: 'Nila Foods' }],
      gives: {
        keys: [`${its.of(FAR)}OPS/000781`],
        problems: [
          ...[...its.partyColumns, 'inum', 'idt', 'val', 'pos', 'inv_typ'],
          ...['rt', 'txval'],
        ].map((name) => `cell-missing error ${name}@2`),
      },
    },
    {
      shows: 'a row without number holds back the document of its date and value',
      rows: [good, { ...good, inum: '#REF!', rt: 18 }],
      gives: {
        keys: [],
        problems: [
          'cell-error error inum@2',
          `held-with-row warning ${[...its.partyColumns, 'inum'].join()}@1`,
        ],
      },
    },
    {
      shows: 'of party, date and value two are enough',
      rows: [
        good,
        { ...good, inum: '#REF!', val: '', rt: 18 },
        { ...good, inum: 'OPS/2', idt: '08-Oct-2026', val: 1060, txval: 1009.52 },
        { ...good, inum: '#REF!', idt: '', val: 1060, rt: 18 },
      ],
      gives: {
        keys: [],
        problems: [
          'cell-error error inum@2',
          'cell-missing error val@2',
          'cell-error error inum@4',
          'cell-missing error idt@4',
          `held-with-row warning ${[...its.partyColumns, 'inum'].join()}@1`,
          `held-with-row warning ${[...its.partyColumns, 'inum'].join()}@3`,
        ],
      },
    },
  ]
  return {
    table: its.table,
    section: 'ecom',
    sheets: its.sheets,
    headers: { ...its.supplierHeaders, ...BUYER_HEADERS, ...headers },
    mayLack: [...Object.keys(its.supplierHeaders).slice(1), 'recipient', 'csamt'],
    periods,
    good,
    cases,
    cells: [
      [{}, []],
      ...its.supplierCells,
      [{ rtin: '' }, ['cell-missing error rtin']],
      [{ rtin: OWN }, ['gstin-is-own error rtin']],
      [{ rtin: '27AAHCM7310P1Z2' }, ['gstin-check-character error rtin']],
      [{ recipient: '#N/A' }, []],
      [{ inum: '' }, ['cell-missing error inum']],
      [{ inum: '0' }, ['number-zero error inum']],
      [{ idt: '' }, ['cell-missing error idt']],
      [{ idt: '31-Oct-2026' }, []],
      [{ idt: '01-Nov-2026' }, ['date-after-period error idt']],
      [{ idt: '01-Oct-2026' }, []],
      [{ idt: '30-Sep-2026' }, [LATE]],
      [{ idt: '31-Mar-2025' }, ['date-over-eighteen-months warning idt']],
      [{ val: '' }, ['cell-missing error val']],
      [{ val: -1050 }, ['amount-negative error val']],
      [{ val: 9_999_999_999_999.99 }, ['value-differs-from-lines warning val']],
      [{ val: 10_000_000_000_000 }, ['amount-too-large error val']],
      [{ val: 1000 }, ['value-differs-from-lines warning val']],
      [{ pos: '' }, ['cell-missing error pos']],
      [{ pos: '28' }, ['pos-unknown error pos']],
      [{ pos: '96-Foreign Country' }, []],
      [{ pos: '25-Daman & Diu' }, ['pos-retired warning pos']],
      [{ pos: '25', idt: '15-Jan-2020' }, [], { period: '012020' }],
      [{ inv_typ: '' }, ['cell-missing error inv_typ']],
      [{ inv_typ: 'Regular B2B' }, []],
      // What the offline tool sends without a type, the portal refuses.
      [{ inv_typ: 'Invoice' }, ['invoice-type-unknown error inv_typ']],
      [{ inv_typ: 'Intra-State supplies attracting IGST' }, ['invoice-type-unknown error inv_typ']],
      [{ rt: '' }, ['cell-missing error rt']],
      [{ rt: 17 }, ['rate-unknown error rt']],
      [{ rt: 12, val: 1120, idt: '21-Sep-2025' }, [LATE]],
      [{ rt: 12, val: 1120, idt: '22-Sep-2025' }, [LATE, 'rate-out-of-date warning rt']],
      [{ txval: '' }, ['cell-missing error txval']],
      [{ txval: -1 }, ['amount-negative error txval']],
      [{ txval: 100_000_000_000 }, ['amount-too-large error txval']],
      [{ csamt: -1 }, ['amount-negative error csamt']],
      [{ csamt: 50, val: 1100 }, ['cess-after-its-end warning csamt']],
      [
        { csamt: 5, val: 1000, inv_typ: 'SEZ supplies without payment' },
        ['cess-without-payment warning csamt,inv_typ'],
      ],
    ],
    portal: {
      holds: {
        ecom: {
          [its.list]: [
            {
              ...group(FAR, [
                {
                  inum: 'OPS/000781',
                  idt: '09-10-2026',
                  val: 1050,
                  ...away,
                  inv_typ: 'R',
                  flag: 'U',
                  chksum: 'aa',
                  itms: [{ num: 1, itm_det: { rt: 5, txval: 1000, iamt: 50 } }],
                },
              ]),
              cfs: 'N',
            },
          ],
        },
      },
      back: [good],
    },
    template: {
      title: its.title,
      totals: {
        ...its.supplierTotals,
        rtin: ['No. of Recipients', 1],
        inum: ['No. of Documents', 1],
        val: ['Total Value', 1050],
        txval: ['Total Taxable Value', 2000],
        csamt: ['Total Cess', 3],
      },
    },
    refused: {
      // A report names the list at its root, or has it under the section.
      reports: [
        (error) => ({
          [`ecom_${its.list}`]: [{ ...group(FAR, [{ inum: 'OPS/000781', itms: [] }]), ...error }],
        }),
        (error) => ({
          ecom: { [its.list]: [{ ...group(FAR, [{ inum: 'OPS/000781' }]), ...error }] },
        }),
      ],
      about: {
        RET191113: its.partyColumns.join(),
        RET191111: 'inum',
        RET191114: 'idt',
        RET191180: 'val',
        RET191112: 'pos',
        RET191153: 'inv_typ',
        RET191175: 'rt',
        RET191107: 'txval',
      },
    },
  }
}

const registered: Its = {
  table: 'ecob2b',
  sheets: ['ecob2b', 'Ecom B2B'],
  list: 'b2b',
  title: 'Summary For Supplies U/s 9(5)-15-B2B',
  amendedTitle: 'Summary For Supplies U/s 9(5)-15A-B2B',
  parties: { stin: SELLER },
  of: (recipient) => `${SELLER}|${recipient}|`,
  supplierHeaders: {
    stin: ['Supplier GSTIN/UIN', 'Supplier GSTIN', 'GSTIN of Supplier'],
    supplier: ['Supplier Name', 'Seller Name'],
  },
  supplierCells: [
    [{ stin: '' }, ['cell-missing error stin']],
    [{ stin: OWN }, ['gstin-is-own error stin']],
    [{ stin: FAR }, ['supplier-is-recipient error stin,rtin']],
    [{ stin: OTHER_SELLER }, []],
    [{ stin: 'Nila Foods' }, ['gstin-length error stin']],
    [{ supplier: '#N/A' }, []],
  ],
  supplierTotals: { stin: ['No. of Supplier', 1] },
  partyColumns: ['stin', 'rtin'],
}

const unregistered: Its = {
  table: 'ecourp2b',
  sheets: ['ecourp2b', 'Ecom URP2B'],
  list: 'urp2b',
  title: 'Summary For Supplies U/s 9(5)-15-URP2B',
  amendedTitle: 'Summary For Supplies U/s 9(5)-15A-URP2B',
  parties: {},
  of: (recipient) => `${recipient}|`,
  supplierHeaders: {},
  supplierCells: [],
  supplierTotals: {},
  partyColumns: ['rtin'],
}

export const ecob2b = documents(registered)
export const ecourp2b = documents(unregistered)

/** The lists of a payload and of a report, under the names they have when they are amended. */
const amendedLists = (list: string) => (payload: JsonObject) => {
  const { ecom, [`ecom_${list}`]: reported } = payload
  if (reported !== undefined) return { [`ecom_${list}a`]: reported }
  return { ecoma: { [`${list}a`]: asObject(ecom)[list] ?? [] } }
}

function amendedDocuments(of: Golden, its: Its, table: string, order: readonly string[]): Golden {
  const row: Cells = { ...of.good, oinum: 'OPS/000700', oidt: SEP_9, idt: SEP_9 }
  return amended(of, {
    table,
    title: its.amendedTitle,
    more: { section: 'ecoma', periods: amendedPeriods },
    wire: amendedLists(its.list),
    number: 'inum',
    date: 'idt',
    order,
    cases: [
      {
        shows: 'the original stands beside what holds now',
        rows: [row],
        gives: {
          keys: [`${its.of(FAR)}OPS/000781`],
          json: {
            ecoma: {
              [`${its.list}a`]: [
                {
                  ...(its.parties.stin !== undefined && { stin: SELLER }),
                  rtin: FAR,
                  inv: [
                    {
                      oinum: 'OPS/000700',
                      oidt: '09-09-2026',
                      inum: 'OPS/000781',
                      idt: '09-09-2026',
                      val: 1050,
                      pos: '27',
                      inv_typ: 'R',
                      sply_ty: 'INTER',
                      flag: 'N',
                      itms: [{ num: 501, itm_det: { rt: 5, txval: 1000, iamt: 50, csamt: 0 } }],
                    },
                  ],
                },
              ],
            },
          },
          back: [row],
        },
      },
      once('inum', 'idt', its.of(FAR), row),
      {
        shows: 'an original’s number is another’s with another recipient',
        rows: [row, { ...row, rtin: NEIGHBOUR }],
        gives: { keys: [`${its.of(FAR)}OPS/000781`, `${its.of(NEIGHBOUR)}OPS/000781`] },
      },
      {
        shows: 'a date alone goes on with nothing',
        rows: [row, { idt: SEP_9, rt: 18, txval: 1000 }],
        gives: {
          keys: [`${its.of(FAR)}OPS/000781`],
          problems: order
            .filter((name) =>
              [...its.partyColumns, 'oinum', 'oidt', 'inum', 'val', 'pos', 'inv_typ'].includes(
                name,
              ),
            )
            .map((name) => `cell-missing error ${name}@2`),
        },
      },
      {
        shows: 'a name alone goes on with nothing',
        rows: [row, { recipient: 'Kaveri Mills', supplier: 'Nila Foods' }],
        gives: {
          keys: [`${its.of(FAR)}OPS/000781`],
          problems: order
            .filter((name) => !['recipient', 'supplier', 'csamt'].includes(name))
            .map((name) => `cell-missing error ${name}@2`),
        },
      },
    ],
    cells: [
      ...dated('inum', 'idt', none),
      [{ rt: 12, val: 1120, idt: '21-Sep-2025', oidt: '21-Sep-2025' }, []],
      [
        { rt: 12, val: 1120, idt: '22-Sep-2025', oidt: '22-Sep-2025' },
        ['rate-out-of-date warning rt'],
      ],
      [{ idt: '01-Jan-2024', oidt: '01-Jan-2024' }, [], { period: '022024' }],
      [
        { idt: '31-Dec-2023', oidt: '31-Dec-2023' },
        ['original-before-table warning oidt'],
        { period: '022024' },
      ],
      [
        { pos: '25', idt: '15-Dec-2019', oidt: '15-Dec-2019' },
        ['original-before-table warning oidt'],
        { period: '012020' },
      ],
    ],
  })
}

const before = ['oinum', 'oidt', 'inum', 'idt', 'val'] as const
const lines = ['rt', 'txval', 'csamt'] as const

export const ecoab2b = amendedDocuments(ecob2b, registered, 'ecoab2b', [
  ...['stin', 'supplier', 'rtin', 'recipient'],
  ...before,
  ...['pos', 'inv_typ'],
  ...lines,
])
/** On this sheet the type stands before the place of supply. */
export const ecoaurp2b = amendedDocuments(ecourp2b, unregistered, 'ecoaurp2b', [
  ...['rtin', 'recipient'],
  ...before,
  ...['inv_typ', 'pos'],
  ...lines,
])
