// Golden cases of b2cs: table 7.
import { ALWAYS, FAR, type Cells, type Golden } from './golden.ts'

const good: Cells = { typ: 'OE', pos: '29-Karnataka', rt: 18, txval: 48_210.5, csamt: 0 }

export const b2cs: Golden = {
  table: 'b2cs',
  section: 'b2cs',
  sheets: ['b2cs'],
  headers: {
    typ: ['Type'],
    pos: ['Place Of Supply', 'POS'],
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
      shows: 'an entry for each place, rate and percentage; what was taken back is negative',
      rows: [
        good,
        { ...good, pos: '32-Kerala', txval: -1500 },
        { ...good, rt: 5, txval: 1000 },
        { ...good, diff_percent: '65.00', txval: 1000 },
      ],
      gives: {
        keys: ['OE|29|1800|100', 'OE|32|1800|100', 'OE|29|500|100', 'OE|29|1800|65'],
        json: {
          b2cs: [
            // 9 % of 48,210.50 is 4,338.945.
            {
              sply_ty: 'INTRA',
              typ: 'OE',
              pos: '29',
              rt: 18,
              txval: 48_210.5,
              camt: 4338.95,
              samt: 4338.95,
              csamt: 0,
            },
            { sply_ty: 'INTER', typ: 'OE', pos: '32', rt: 18, txval: -1500, iamt: -270, csamt: 0 },
            {
              sply_ty: 'INTRA',
              typ: 'OE',
              pos: '29',
              rt: 5,
              txval: 1000,
              camt: 25,
              samt: 25,
              csamt: 0,
            },
            {
              sply_ty: 'INTRA',
              typ: 'OE',
              pos: '29',
              diff_percent: 0.65,
              rt: 18,
              txval: 1000,
              camt: 58.5,
              samt: 58.5,
              csamt: 0,
            },
          ],
        },
        amounts: { count: 4, txval: 48_710.5, iamt: -270, camt: 4422.45, samt: 4422.45 },
      },
    },
    {
      shows: 'rows of one entry are added, and told; blanks stand for 100 % and no cess',
      rows: [
        { ...good, txval: 100, csamt: '' },
        { ...good, txval: 0.5, diff_percent: 100, csamt: '' },
      ],
      gives: {
        keys: ['OE|29|1800|100'],
        problems: ['rows-added note typ,pos,rt,diff_percent@1 typ,pos,rt,diff_percent@2'],
        json: {
          b2cs: [
            // 9 % of 100.50 is 9.045.
            {
              sply_ty: 'INTRA',
              typ: 'OE',
              pos: '29',
              rt: 18,
              txval: 100.5,
              camt: 9.05,
              samt: 9.05,
              csamt: 0,
            },
          ],
        },
        back: [{ ...good, txval: 100.5 }],
      },
    },
    {
      shows: 'an SEZ unit supplies inter-state within its own state',
      sez: true,
      rows: [{ ...good, txval: 1000 }],
      gives: {
        keys: ['OE|29|1800|100'],
        json: {
          b2cs: [
            { sply_ty: 'INTER', typ: 'OE', pos: '29', rt: 18, txval: 1000, iamt: 180, csamt: 0 },
          ],
        },
      },
    },
    {
      shows: 'a total below holds back nothing',
      rows: [
        { ...good, txval: 100 },
        { ...good, rt: 5, txval: 50 },
        { txval: 150, csamt: 0 },
      ],
      gives: {
        keys: ['OE|29|1800|100', 'OE|29|500|100'],
        problems: ['row-is-total note txval@3'],
      },
    },
    {
      shows: 'a total says so in words, where the place of supply is',
      rows: [good, { pos: 'Total', txval: 7, csamt: 3 }, { typ: 'Total', rt: 5, txval: 1 }],
      gives: {
        keys: ['OE|29|1800|100'],
        problems: [
          'row-is-total note pos@2',
          'b2cs-type-unknown error typ@3',
          'cell-missing error pos@3',
        ],
      },
    },
  ],
  cells: [
    [{}, []],
    [{ typ: '' }, ['cell-missing error typ']],
    [{ typ: 'E' }, ['b2cs-type-unknown error typ']],
    [{ pos: '' }, ['cell-missing error pos']],
    [{ pos: 'Home' }, ['pos-unknown error pos']],
    [{ pos: '96-Foreign Country' }, ['pos-abroad error pos']],
    [{ pos: '25-Daman & Diu' }, ['pos-retired warning pos']],
    [{ pos: '25' }, [], { period: '012020' }],
    [{ pos: '25' }, ['pos-retired warning pos'], { period: '022020' }],
    [{ diff_percent: '65' }, []],
    [{ diff_percent: 64 }, ['percent-unknown error diff_percent']],
    [{ rt: '' }, ['cell-missing error rt']],
    [{ rt: 8 }, ['rate-unknown error rt']],
    [{ rt: 12 }, [], { period: '092025' }],
    [{ rt: 12 }, ['rate-out-of-period warning rt'], { period: '102025' }],
    [{ rt: 40 }, ['rate-out-of-period warning rt'], { period: '082025' }],
    [{ rt: 40 }, [], { period: '092025' }],
    [{ txval: '' }, ['cell-missing error txval']],
    [{ txval: 'about 500' }, ['amount-not-a-number error txval']],
    [{ txval: -99_999_999_999.99 }, []],
    [{ txval: -100_000_000_000 }, ['amount-too-large error txval']],
    [{ csamt: -5 }, []],
    [{ csamt: 5 }, [], { period: '092025' }],
    [{ csamt: 5 }, ['cess-after-its-end warning csamt'], { period: '102025' }],
    [{ csamt: 'nil?' }, ['amount-not-a-number error csamt']],
    [{ etin: FAR }, ['column-not-sent warning etin']],
    [{ etin: '#REF!' }, ['column-not-sent warning etin']],
  ],
  portal: {
    holds: {
      b2cs: [
        {
          flag: 'U',
          sply_ty: 'INTRA',
          typ: 'OE',
          etin: FAR,
          pos: '29',
          rt: 18,
          txval: 48_210.5,
          iamt: 0,
          camt: 4338.95,
          samt: 4338.95,
        },
      ],
    },
    back: [good],
  },
  template: {
    title: 'Summary For B2CS(7)',
    totals: { txval: ['Total Taxable  Value', 96_421], csamt: ['Total Cess', 3] },
  },
  refused: {
    reports: [
      (error) => ({
        b2cs: [{ sply_ty: 'INTRA', typ: 'OE', pos: '29', rt: 18, txval: 48_210.5, ...error }],
      }),
    ],
    about: {
      RET191153: 'typ',
      RET191112: 'pos',
      RET191175: 'rt',
      RET191107: 'txval',
      RET191152: 'etin',
    },
  },
}
