// Golden cases of hsn(b2b) and hsn(b2c), and of the one hsn of before 05/2025: table 12. They differ in their list, its
// description and its digits only.
import type { Cells, Golden } from './golden.ts'

/** What the portal keeps of the good row, but for its description. */
const common: Cells = {
  hsn_sc: '84713010',
  uqc: 'NOS-NUMBERS',
  qty: 12,
  rt: 18,
  txval: 600_000,
  iamt: 90_000,
  camt: 9000,
  samt: 9000,
  csamt: 0,
}
const service: Cells = {
  hsn_sc: '998313',
  uqc: '',
  qty: '',
  rt: 18,
  txval: 48_210.5,
  camt: 4338.95,
  samt: 4338.95,
}

const refusal = { num: 1, hsn_sc: '84713010', uqc: 'NOS', qty: 12, rt: 18, txval: 600_000 }

interface Its {
  readonly table: string
  readonly list: string
  readonly description: string
  /** The largest amount, in rupees. */
  readonly limit: number
  readonly periods: Golden['periods']
}

function hsnOf(its: Its): Golden {
  const kept: Cells = { ...common, [its.description]: 'Laptops' }
  const good: Cells = { ...kept, total: 708_000 }
  return {
    table: its.table,
    section: 'hsn',
    sheets: [its.table],
    headers: {
      hsn_sc: ['HSN', 'HSN/SAC', 'HSN Code', 'HSN/SAC Code'],
      [its.description]: ['Description'],
      uqc: ['UQC', 'Unit', 'Unit Quantity Code'],
      qty: ['Total Quantity', 'Quantity', 'Qty'],
      total: ['Total Value'],
      rt: ['Rate', 'Rate %', 'GST%', 'GST Rate', 'Tax Rate'],
      txval: ['Taxable Value'],
      iamt: ['Integrated Tax Amount', 'Integrated Tax', 'IGST', 'IGST Amount'],
      camt: ['Central Tax Amount', 'Central Tax', 'CGST', 'CGST Amount'],
      samt: ['State/UT Tax Amount', 'State/UT Tax', 'State Tax', 'SGST', 'SGST Amount'],
      csamt: ['Cess Amount', 'Cess'],
    },
    mayLack: [its.description, 'total', 'csamt'],
    periods: its.periods,
    good,
    cases: [
      {
        shows: 'numbered rows of code, unit and rate; blanks are no unit and zeros; taxes as typed',
        rows: [
          { ...good, csamt: -3.5 },
          service,
          { ...good, uqc: 'KGS-KILOGRAMS', qty: -1.25, [its.description]: '', iamt: -0.5 },
          { ...good, rt: 5 },
        ],
        gives: {
          keys: ['84713010|NOS|1800', '998313|NA|1800', '84713010|KGS|1800', '84713010|NOS|500'],
          json: {
            hsn: {
              [its.list]: [
                {
                  num: 1,
                  hsn_sc: '84713010',
                  [its.description]: 'Laptops',
                  uqc: 'NOS',
                  qty: 12,
                  rt: 18,
                  txval: 600_000,
                  iamt: 90_000,
                  camt: 9000,
                  samt: 9000,
                  csamt: -3.5,
                },
                {
                  num: 2,
                  hsn_sc: '998313',
                  uqc: 'NA',
                  qty: 0,
                  rt: 18,
                  txval: 48_210.5,
                  iamt: 0,
                  camt: 4338.95,
                  samt: 4338.95,
                  csamt: 0,
                },
                {
                  num: 3,
                  hsn_sc: '84713010',
                  uqc: 'KGS',
                  qty: -1.25,
                  rt: 18,
                  txval: 600_000,
                  iamt: -0.5,
                  camt: 9000,
                  samt: 9000,
                  csamt: 0,
                },
                {
                  num: 4,
                  hsn_sc: '84713010',
                  [its.description]: 'Laptops',
                  uqc: 'NOS',
                  qty: 12,
                  rt: 5,
                  txval: 600_000,
                  iamt: 90_000,
                  camt: 9000,
                  samt: 9000,
                  csamt: 0,
                },
              ],
            },
          },
          amounts: {
            count: 4,
            txval: 1_848_210.5,
            iamt: 179_999.5,
            camt: 31_338.95,
            samt: 31_338.95,
            csamt: -3.5,
          },
        },
      },
      {
        shows: 'rows of one code, unit and rate are added, and the first description wins',
        rows: [
          { ...service, [its.description]: '' },
          { ...service, [its.description]: 'Consulting' },
          { ...service, [its.description]: 'Advice', total: 5, iamt: 1 },
        ],
        gives: {
          keys: ['998313|NA|1800'],
          problems: [
            'rows-added note hsn_sc,uqc,rt@1 hsn_sc,uqc,rt@2',
            `first-row-wins note ${its.description}@3`,
            'rows-added note hsn_sc,uqc,rt@1 hsn_sc,uqc,rt@3',
          ],
          json: {
            hsn: {
              [its.list]: [
                {
                  num: 1,
                  hsn_sc: '998313',
                  [its.description]: 'Consulting',
                  uqc: 'NA',
                  qty: 0,
                  rt: 18,
                  txval: 144_631.5,
                  iamt: 1,
                  camt: 13_016.85,
                  samt: 13_016.85,
                  csamt: 0,
                },
              ],
            },
          },
          back: [
            {
              hsn_sc: '998313',
              [its.description]: 'Consulting',
              uqc: 'NA',
              qty: 0,
              rt: 18,
              txval: 144_631.5,
              iamt: 1,
              camt: 13_016.85,
              samt: 13_016.85,
              csamt: 0,
            },
          ],
        },
      },
      {
        shows: 'a total below is set aside, with its value or without',
        rows: [
          { ...good, qty: 1, total: 118, txval: 100, iamt: 18, camt: 0, samt: 0 },
          { ...good, hsn_sc: '8471', qty: 2, total: 118, txval: 100, iamt: 18, camt: 0, samt: 0 },
          { total: 236, txval: 200, iamt: 36, camt: 0, samt: 0, csamt: 0 },
          { total: 5, txval: 200 },
        ],
        gives: {
          keys: ['84713010|NOS|1800', '8471|NOS|1800'],
          problems: [
            'row-is-total note total@3',
            'cell-missing error hsn_sc@4',
            'cell-missing error rt@4',
          ],
        },
      },
      {
        shows: 'a total says so where code and rate are blank',
        rows: [
          good,
          { [its.description]: 'Total', qty: 1, txval: 1 },
          { [its.description]: 'Total', hsn_sc: '998313', txval: 1 },
          { [its.description]: 'Total', rt: 18, txval: 1 },
        ],
        gives: {
          keys: ['84713010|NOS|1800'],
          problems: [
            `row-is-total note ${its.description}@2`,
            'cell-missing error rt@3',
            'cell-missing error hsn_sc@4',
          ],
        },
      },
    ],
    cells: [
      [{}, []],
      [{ hsn_sc: '' }, ['cell-missing error hsn_sc']],
      [{ hsn_sc: 'laptop' }, ['hsn-not-digits error hsn_sc']],
      [{ hsn_sc: '8471' }, []],
      [{ hsn_sc: '8471' }, [], { turnover: 50_000_000 }],
      [{ hsn_sc: '8471' }, ['hsn-too-short error hsn_sc'], { turnover: 50_000_000.01 }],
      [{ hsn_sc: '847130' }, [], { turnover: 50_000_000.01 }],
      [{ uqc: '' }, ['goods-without-unit error uqc']],
      [{ uqc: 'crates' }, ['uqc-unknown error uqc']],
      [{ qty: '' }, ['goods-without-quantity warning qty']],
      [{ qty: 'a few' }, ['quantity-not-a-number error qty']],
      [{ hsn_sc: '998313', uqc: 'NA', qty: 0 }, []],
      [{ hsn_sc: '998313', qty: 0 }, ['service-with-unit error uqc']],
      [{ hsn_sc: '998313', uqc: 'NA' }, ['service-with-quantity error qty']],
      [{ total: '#REF!' }, []],
      [{ total: 'lots' }, []],
      [{ total: 1e15 }, []],
      [{ total: 0.125 }, []],
      [{ total: '' }, []],
      [{ rt: '' }, ['cell-missing error rt']],
      [{ rt: 17 }, ['rate-unknown error rt']],
      [{ rt: 12 }, [], { period: '092025' }],
      [{ rt: 12 }, ['rate-out-of-period warning rt'], { period: '102025' }],
      [{ txval: '' }, ['cell-missing error txval']],
      [{ camt: 1 }, ['halves-differ warning camt,samt']],
      [{ samt: 1 }, ['halves-differ warning camt,samt']],
      [{ camt: '', samt: '' }, []],
      [{ iamt: '' }, []],
      ...['txval', 'iamt', 'csamt'].flatMap((name) => [
        [{ [name]: 'some' }, [`amount-not-a-number error ${name}`]] as const,
        [{ [name]: -its.limit }, []] as const,
        [{ [name]: -its.limit - 0.01 }, [`amount-too-large error ${name}`]] as const,
      ]),
      [{ camt: 'some' }, ['amount-not-a-number error camt']],
      [{ samt: 'some' }, ['amount-not-a-number error samt']],
      [{ csamt: 5 }, [], { period: '092025' }],
      [{ csamt: 5 }, ['cess-after-its-end warning csamt'], { period: '102025' }],
    ],
    portal: {
      holds: {
        hsn: {
          flag: 'U',
          [its.list]: [
            {
              num: 1,
              hsn_sc: '84713010',
              desc: 'Personal computers',
              [its.description]: 'Laptops',
              uqc: 'NOS',
              qty: 12,
              rt: 18,
              txval: 600_000,
              iamt: 90_000,
              camt: 9000,
              samt: 9000,
            },
          ],
        },
      },
      back: [kept],
    },
    template: {
      title: 'Summary For HSN(12)',
      totals: {
        hsn_sc: ['No. of HSN', 1],
        total: ['Total Value', 1_416_000],
        txval: ['Total Taxable Value', 1_200_000],
        iamt: ['Total Integrated Tax', 180_000],
        camt: ['Total Central Tax', 18_000],
        samt: ['Total State/UT Tax', 18_000],
        csamt: ['Total Cess', 3],
      },
    },
    refused: {
      // Its own list, in a list of groups or not, and the one list of before 05/2025 under two names.
      reports: [
        (error) => ({ hsn: [{ [its.list]: [refusal], ...error }] }),
        (error) => ({ hsn: { data: [refusal], ...error } }),
        (error) => ({ hsn: [{ chksum: 'aa', data: [refusal], ...error }] }),
        (error) => ({ hsnsum: { data: [refusal], ...error } }),
      ],
      about: {
        RET191349: 'hsn_sc',
        RET191353: 'uqc',
        RET191355: 'qty',
        RET191175: 'rt',
        RET191107: 'txval',
        RET191205: 'rt,txval,iamt,camt,samt',
      },
    },
  }
}

export const hsn = hsnOf({
  table: 'hsn',
  list: 'data',
  description: 'desc',
  limit: 99_999_999_999.99,
  periods: [
    ['042021', 'monthly', false],
    ['052021', 'monthly', true],
    ['042025', 'monthly', true],
    ['052025', 'monthly', false],
  ],
})

const split = {
  description: 'user_desc',
  limit: 9_999_999_999_999.99,
  periods: [
    ['042025', 'monthly', false],
    ['052025', 'monthly', true],
    ['102026', 'monthly', true],
    ['122026', 'quarterly', true],
    ['112026', 'quarterly', false],
  ],
} as const

export const hsnB2b = hsnOf({ ...split, table: 'hsn(b2b)', list: 'hsn_b2b' })
export const hsnB2c = hsnOf({ ...split, table: 'hsn(b2c)', list: 'hsn_b2c' })
