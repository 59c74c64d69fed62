// Golden cases of b2csa: table 10.
import {
  AUGUST,
  limitCells,
  monthCells,
  monthHeaders,
  rateCells,
  retiredCell,
} from './amended-entries.ts'
import { ALWAYS, FAR, type Cells, type Golden } from './golden.ts'

const good: Cells = {
  ...AUGUST,
  pos: '29-Karnataka',
  typ: 'OE',
  rt: 18,
  txval: 51_000.5,
  csamt: 0,
}

export const b2csa: Golden = {
  table: 'b2csa',
  section: 'b2csa',
  sheets: ['b2csa'],
  headers: {
    ...monthHeaders,
    pos: ['Place Of Supply', 'POS'],
    typ: ['Type'],
    diff_percent: ['Applicable % of Tax Rate'],
    rt: ['Rate', 'Rate %', 'GST%', 'GST Rate', 'Tax Rate'],
    txval: ['Taxable Value'],
    csamt: ['Cess Amount', 'Cess'],
    etin: ['E-Commerce GSTIN'],
  },
  mayLack: ['diff_percent', 'csamt', 'etin'],
  periods: [...ALWAYS, ['112026', 'quarterly', false]],
  good,
  cases: [
    {
      shows: 'an entry for each month, place and percentage, with a line for each rate',
      rows: [
        good,
        { ...good, rt: 5, txval: 1000, csamt: '' },
        { ...good, pos: '32-Kerala', txval: -1500 },
        { ...good, diff_percent: '65.00', txval: 1000 },
        { ...good, month: 'JULY', txval: 100 },
      ],
      gives: {
        keys: [
          '2026-27|08|OE|29|100',
          '2026-27|08|OE|32|100',
          '2026-27|08|OE|29|65',
          '2026-27|07|OE|29|100',
        ],
        json: {
          b2csa: [
            {
              omon: '082026',
              sply_ty: 'INTRA',
              typ: 'OE',
              pos: '29',
              itms: [
                // 9 % of 51,000.50 is 4,590.045.
                { rt: 18, txval: 51_000.5, camt: 4590.05, samt: 4590.05, csamt: 0 },
                { rt: 5, txval: 1000, camt: 25, samt: 25, csamt: 0 },
              ],
            },
            {
              omon: '082026',
              sply_ty: 'INTER',
              typ: 'OE',
              pos: '32',
              itms: [{ rt: 18, txval: -1500, iamt: -270, csamt: 0 }],
            },
            {
              omon: '082026',
              sply_ty: 'INTRA',
              typ: 'OE',
              pos: '29',
              diff_percent: 0.65,
              itms: [{ rt: 18, txval: 1000, camt: 58.5, samt: 58.5, csamt: 0 }],
            },
            {
              omon: '072026',
              sply_ty: 'INTRA',
              typ: 'OE',
              pos: '29',
              itms: [{ rt: 18, txval: 100, camt: 9, samt: 9, csamt: 0 }],
            },
          ],
        },
        amounts: { count: 4, txval: 51_600.5, iamt: -270, camt: 4682.55, samt: 4682.55 },
        back: [
          good,
          { ...good, rt: 5, txval: 1000 },
          { ...good, pos: '32-Kerala', txval: -1500 },
          { ...good, diff_percent: '65.00', txval: 1000 },
          { ...good, month: 'JULY', txval: 100 },
        ],
      },
    },
    {
      shows: 'rows of one entry and rate are added, and told',
      rows: [good, { ...good, txval: 0.5, diff_percent: 100 }],
      gives: {
        keys: ['2026-27|08|OE|29|100'],
        problems: [
          'rows-added note fy,month,typ,pos,diff_percent@1 fy,month,typ,pos,diff_percent@2',
        ],
        amounts: { count: 1, txval: 51_001, camt: 4590.09, samt: 4590.09 },
      },
    },
    {
      shows: 'an SEZ unit supplies inter-state within its own state',
      sez: true,
      rows: [{ ...good, txval: 1000 }],
      gives: {
        keys: ['2026-27|08|OE|29|100'],
        amounts: { count: 1, txval: 1000, iamt: 180 },
      },
    },
    {
      shows: 'a total says so in words, where the month is',
      rows: [good, { month: 'Total', txval: 7 }, { typ: 'Total', rt: 5, txval: 1 }],
      gives: {
        keys: ['2026-27|08|OE|29|100'],
        problems: [
          'row-is-total note month@2',
          'cell-missing error fy@3',
          'cell-missing error month@3',
          'cell-missing error pos@3',
          'b2cs-type-unknown error typ@3',
        ],
      },
    },
  ],
  cells: [
    [{}, []],
    ...monthCells,
    ...limitCells,
    ...rateCells,
    retiredCell,
    [{ pos: '' }, ['cell-missing error pos']],
    [{ pos: 'Home' }, ['pos-unknown error pos']],
    [{ pos: '96-Foreign Country' }, ['pos-abroad error pos']],
    [{ pos: '25-Daman & Diu' }, ['pos-retired warning pos']],
    [{ typ: '' }, ['cell-missing error typ']],
    [{ typ: 'E' }, ['b2cs-type-unknown error typ']],
    [{ diff_percent: 64 }, ['percent-unknown error diff_percent']],
    [{ rt: '' }, ['cell-missing error rt']],
    [{ rt: 8 }, ['rate-unknown error rt']],
    [{ txval: '' }, ['cell-missing error txval']],
    [{ txval: 'about 500' }, ['amount-not-a-number error txval']],
    [{ txval: -99_999_999_999.99 }, []],
    [{ txval: -100_000_000_000 }, ['amount-too-large error txval']],
    [{ csamt: -5 }, []],
    [{ csamt: 'nil?' }, ['amount-not-a-number error csamt']],
    [{ etin: FAR }, ['column-not-sent warning etin']],
    [{ etin: '#REF!' }, ['column-not-sent warning etin']],
  ],
  portal: {
    holds: {
      b2csa: [
        {
          flag: 'U',
          chksum: 'aa',
          omon: '082026',
          sply_ty: 'INTRA',
          typ: 'OE',
          etin: FAR,
          pos: '29',
          itms: [{ rt: 18, txval: 51_000.5, iamt: 0, camt: 4590.05, samt: 4590.05 }],
        },
      ],
    },
    back: [good],
  },
  template: {
    title: 'Summary For B2CSA',
    totals: { txval: ['Total Taxable  Value', 102_001], csamt: ['Total Cess', 3] },
  },
  refused: {
    reports: [
      (error) => ({
        b2csa: [{ omon: '082026', sply_ty: 'INTRA', typ: 'OE', pos: '29', itms: [], ...error }],
      }),
    ],
    about: {
      RET191112: 'pos',
      RET191153: 'typ',
      RET191175: 'rt',
      RET191107: 'txval',
      RET191152: 'etin',
      // A code that names no column is about the whole key.
      RET999999: 'fy,month,typ,pos,diff_percent',
    },
  },
}
