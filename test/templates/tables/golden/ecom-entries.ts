// Golden cases of ecob2c and ecourp2c, table 15, and of their amendments: supplies to consumers. The two differ in the supplier,
// who is registered or not.
import type { JsonObject } from '../../../../templates/payload/wire-document.ts'
import { AUGUST, monthCells, monthHeaders, rateCells } from './amended-entries.ts'
import { SELLER } from './ecom-documents.ts'
import { OWN, type CellCase, type Cells, type Golden } from './golden.ts'

const OTHER_SELLER = '07AADCN5528K1Z8'

interface Its {
  /** The supplier as cells, as members of the wire, and before the rest of a key. */
  readonly supplier: Cells
  readonly wire: JsonObject
  readonly key: string
  readonly keyColumns: readonly string[]
  readonly headers: Golden['headers']
  readonly cells: readonly CellCase[]
  readonly totals: Golden['template']['totals']
  readonly about: Readonly<Record<string, string>>
}

const registered: Its = {
  supplier: { stin: SELLER },
  wire: { stin: SELLER },
  key: `${SELLER}|`,
  keyColumns: ['stin'],
  headers: {
    stin: ['Supplier GSTIN/UIN', 'Supplier GSTIN', 'GSTIN of Supplier'],
    supplier: ['Supplier Name', 'Seller Name'],
  },
  cells: [
    [{ stin: '' }, ['cell-missing error stin']],
    [{ stin: OWN }, ['gstin-is-own error stin']],
    [{ stin: 'Nila Foods' }, ['gstin-length error stin']],
    [{ stin: OTHER_SELLER }, []],
    [{ supplier: '#N/A' }, []],
  ],
  totals: { stin: ['No. of Supplier', 1] },
  about: { RET191113: 'stin' },
}

const unregistered: Its = {
  supplier: {},
  wire: {},
  key: '',
  keyColumns: [],
  headers: {},
  cells: [],
  totals: {},
  about: {},
}

const headers = {
  pos: ['Place Of Supply', 'POS'],
  txval: ['Taxable Value'],
  rt: ['Rate', 'Rate %', 'GST%', 'GST Rate', 'Tax Rate'],
  csamt: ['Cess Amount', 'Cess'],
} as const

/** What holds of every entry. */
const cells: readonly CellCase[] = [
  [{}, []],
  [{ pos: '' }, ['cell-missing error pos']],
  [{ pos: 'Home' }, ['pos-unknown error pos']],
  [{ pos: '96-Foreign Country' }, ['pos-abroad error pos']],
  [{ pos: '25-Daman & Diu' }, ['pos-retired warning pos']],
  [{ rt: '' }, ['cell-missing error rt']],
  [{ rt: 17 }, ['rate-unknown error rt']],
  [{ txval: '' }, ['cell-missing error txval']],
  [{ txval: 'about 500' }, ['amount-not-a-number error txval']],
  [{ txval: -99_999_999_999.99 }, []],
  [{ txval: -100_000_000_000 }, ['amount-too-large error txval']],
  [{ csamt: -5 }, []],
  [{ csamt: 'nil?' }, ['amount-not-a-number error csamt']],
]

const about = { RET191112: 'pos', RET191175: 'rt', RET191107: 'txval' }

function entries(its: Its, table: string, sheet: string, list: string): Golden {
  const good: Cells = { ...its.supplier, pos: '29-Karnataka', txval: 80_000, rt: 5, csamt: 0 }
  const inside = { ...its.wire, pos: '29', sply_ty: 'INTRA', flag: 'N', iamt: 0 }
  const marks = [...its.keyColumns, 'pos', 'rt'].join()
  return {
    table,
    section: 'ecom',
    sheets: [table, sheet],
    headers: { ...its.headers, ...headers },
    mayLack: [...Object.keys(its.headers).slice(1), 'csamt'],
    periods: [
      ['122023', 'monthly', false],
      ['012024', 'monthly', true],
      ['122026', 'quarterly', true],
      ['112026', 'quarterly', false],
    ],
    good,
    cases: [
      {
        shows: 'an entry for each place and rate, new ones flagged, with all three taxes',
        rows: [
          { ...good, supplier: 'Nila Foods' },
          { ...good, pos: '33-Tamil Nadu', txval: -1000, csamt: '' },
          { ...good, rt: 18, txval: 100 },
          // 2.5 % of 80,000.30 is 2,000.0075.
          { ...good, txval: 0.3, csamt: 1.5 },
        ],
        gives: {
          keys: [`${its.key}29|500`, `${its.key}33|500`, `${its.key}29|1800`],
          problems: [
            `rows-added note ${marks}@1 ${marks}@4`,
            'cess-after-its-end warning csamt@1 csamt@4',
          ],
          json: {
            ecom: {
              [list]: [
                { ...inside, rt: 5, txval: 80_000.3, camt: 2000.01, samt: 2000.01, csamt: 1.5 },
                {
                  ...inside,
                  pos: '33',
                  sply_ty: 'INTER',
                  rt: 5,
                  txval: -1000,
                  iamt: -50,
                  camt: 0,
                  samt: 0,
                  csamt: 0,
                },
                { ...inside, rt: 18, txval: 100, camt: 9, samt: 9, csamt: 0 },
              ],
            },
          },
          amounts: {
            count: 3,
            txval: 79_100.3,
            iamt: -50,
            camt: 2009.01,
            samt: 2009.01,
            csamt: 1.5,
          },
          back: [
            { ...good, txval: 80_000.3, csamt: 1.5 },
            { ...good, pos: '33-Tamil Nadu', txval: -1000 },
            { ...good, rt: 18, txval: 100 },
          ],
        },
      },
      {
        shows: 'an SEZ unit’s supplies are inter-state in its own state too',
        sez: true,
        rows: [good],
        gives: {
          keys: [`${its.key}29|500`],
          amounts: { count: 1, txval: 80_000, iamt: 4000 },
        },
      },
      {
        shows: 'a total says so in words, where the place is',
        rows: [good, { pos: 'Total', txval: 7 }],
        gives: { keys: [`${its.key}29|500`], problems: ['row-is-total note pos@2'] },
      },
    ],
    cells: [
      ...its.cells,
      ...cells,
      [{ pos: '25' }, [], { period: '012020' }],
      [{ rt: 12 }, [], { period: '092025' }],
      [{ rt: 12 }, ['rate-out-of-period warning rt'], { period: '102025' }],
      [{ csamt: 5 }, [], { period: '092025' }],
      [{ csamt: 5 }, ['cess-after-its-end warning csamt'], { period: '102025' }],
    ],
    portal: {
      holds: {
        ecom: {
          [list]: [
            {
              ...its.wire,
              pos: '29',
              sply_ty: 'INTRA',
              rt: 5,
              txval: 80_000,
              camt: 2000,
              samt: 2000,
              flag: 'U',
              chksum: 'aa',
            },
          ],
        },
      },
      back: [good],
    },
    template: {
      title: `Summary For Supplies U/s 9(5)-15-${list.toUpperCase()}`,
      totals: {
        ...its.totals,
        txval: ['Total Taxable Value', 160_000],
        csamt: ['Total Cess', 3],
      },
    },
    refused: {
      reports: [
        (error) => ({ [`ecom_${list}`]: [{ ...its.wire, pos: '29', rt: 5, ...error }] }),
        (error) => ({ ecom: { [list]: [{ ...its.wire, pos: '29', rt: 5, ...error }] } }),
      ],
      about: { ...its.about, ...about },
    },
  }
}

export const ecob2c = entries(registered, 'ecob2c', 'Ecom B2C', 'b2c')
export const ecourp2c = entries(unregistered, 'ecourp2c', 'Ecom URP2C', 'urp2c')

/** `hung`: an entry in its place on the wire; `refused`: the good row's, as a report has it. */
interface Amended {
  readonly table: string
  readonly list: string
  readonly hung: (pos: string, entry: JsonObject) => JsonObject
}

function amendedEntries(its: Its, { table, list, hung }: Amended): Golden {
  const good: Cells = {
    ...AUGUST,
    ...its.supplier,
    pos: '29-Karnataka',
    rt: 5,
    txval: 76_000,
    csamt: 0,
  }
  const entry = (omon: string, more: object, ...itms: JsonObject[]): JsonObject => ({
    omon,
    ...its.wire,
    ...('stin' in its.wire && { ostin: SELLER }),
    sply_ty: 'INTRA',
    flag: 'N',
    ...more,
    itms,
  })
  const marks = ['fy', 'month', ...its.keyColumns, 'pos'].join()
  return {
    table,
    section: 'ecoma',
    sheets: [table],
    headers: {
      ...monthHeaders,
      ...its.headers,
      pos: headers.pos,
      rt: headers.rt,
      txval: headers.txval,
      csamt: headers.csamt,
    },
    mayLack: [...Object.keys(its.headers).slice(1), 'csamt'],
    periods: [
      ['012024', 'monthly', false],
      ['022024', 'monthly', true],
      ['122026', 'quarterly', true],
      ['112026', 'quarterly', false],
    ],
    good,
    cases: [
      {
        shows:
          'an entry for each month and place, with a line for each rate; a rate twice is added',
        rows: [
          { ...good, supplier: 'Nila Foods' },
          { ...good, rt: 18, txval: 100, csamt: '' },
          { ...good, pos: '33-Tamil Nadu', txval: -1000 },
          { ...good, txval: 0.3, supplier: 'Nila Foods Ltd' },
          { ...good, fy: '2025-26', month: 'MARCH', pos: '33', txval: 20 },
        ],
        gives: {
          keys: [`2026-27|08|${its.key}29`, `2026-27|08|${its.key}33`, `2025-26|03|${its.key}33`],
          problems: [`rows-added note ${marks}@1 ${marks}@4`],
          json: {
            ecoma: {
              [list]: merged([
                hung(
                  '29',
                  entry(
                    '082026',
                    {},
                    // 2.5 % of 76,000.30 is 1,900.0075.
                    { rt: 5, txval: 76_000.3, iamt: 0, camt: 1900.01, samt: 1900.01, csamt: 0 },
                    { rt: 18, txval: 100, iamt: 0, camt: 9, samt: 9, csamt: 0 },
                  ),
                ),
                hung(
                  '33',
                  entry(
                    '082026',
                    { sply_ty: 'INTER' },
                    {
                      rt: 5,
                      txval: -1000,
                      iamt: -50,
                      camt: 0,
                      samt: 0,
                      csamt: 0,
                    },
                  ),
                ),
                hung(
                  '33',
                  entry(
                    '032026',
                    { sply_ty: 'INTER' },
                    {
                      rt: 5,
                      txval: 20,
                      iamt: 1,
                      camt: 0,
                      samt: 0,
                      csamt: 0,
                    },
                  ),
                ),
              ]),
            },
          },
          amounts: { count: 3, txval: 75_120.3, iamt: -49, camt: 1909.01, samt: 1909.01 },
          back: [
            { ...good, txval: 76_000.3 },
            { ...good, rt: 18, txval: 100 },
            { ...good, pos: '33-Tamil Nadu', txval: -1000 },
            { ...good, fy: '2025-26', month: 'MARCH', pos: '33-Tamil Nadu', txval: 20 },
          ],
        },
      },
      {
        shows: 'an SEZ unit’s supplies are inter-state in its own state too',
        sez: true,
        rows: [good],
        gives: {
          keys: [`2026-27|08|${its.key}29`],
          amounts: { count: 1, txval: 76_000, iamt: 3800 },
        },
      },
    ],
    cells: [
      ...its.cells,
      ...cells,
      ...monthCells,
      ...rateCells,
      [{ fy: '2025-26', month: 'APRIL' }, []],
      [{ fy: '2024-25', month: 'MARCH' }, ['amendment-too-late warning fy,month']],
      [{ fy: '2023-24', month: 'JANUARY' }, [], { period: '022024' }],
      [
        { fy: '2023-24', month: 'DECEMBER' },
        ['original-before-table warning fy,month'],
        { period: '022024' },
      ],
      [
        { pos: '25', fy: '2019-20', month: 'DECEMBER' },
        ['original-before-table warning fy,month'],
        { period: '012020' },
      ],
    ],
    portal: {
      holds: {
        ecoma: {
          [list]: [
            hung('29', {
              ...entry('082026', {}, { rt: 5, txval: 76_000, camt: 1900, samt: 1900 }),
              flag: 'U',
              chksum: 'aa',
            }),
          ],
        },
      },
      back: [good],
    },
    template: {
      title: `Summary For Supplies U/s 9(5)-15A-${list.slice(0, -1).toUpperCase()}`,
      totals: {
        ...its.totals,
        txval: ['Total Taxable Value', 152_000],
        csamt: ['Total Cess', 3],
      },
    },
    refused: {
      reports: [
        (error) => ({ [`ecom_${list}`]: [{ ...hung('29', entry('082026', {})), ...error }] }),
        (error) => ({ ecoma: { [list]: [{ ...hung('29', entry('082026', {})), ...error }] } }),
      ],
      about: { ...its.about, ...about },
    },
  }
}

/** Groups of one place are one group. */
function merged(groups: readonly JsonObject[]): JsonObject[] {
  const byPlace = Map.groupBy(groups, (group, i) => ('posItms' in group ? String(group.pos) : i))
  return [...byPlace.values()].map((same) => {
    const [first = {}] = same
    if (!('posItms' in first)) return first
    return { ...first, posItms: same.flatMap(({ posItms }) => posItms ?? []) }
  })
}

export const ecoab2c = amendedEntries(registered, {
  table: 'ecoab2c',
  list: 'b2ca',
  hung: (pos, entry) => ({ pos, posItms: [entry] }),
})
export const ecoaurp2c = amendedEntries(unregistered, {
  table: 'ecoaurp2c',
  list: 'urp2ca',
  hung: (pos, entry) => ({ pos, ...entry }),
})
