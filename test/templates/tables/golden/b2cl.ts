// Golden cases of b2cl: tables 5A, 5B.
import { ALWAYS, FAR, OCT_9, LATE, type Cells, type Golden } from './golden.ts'

const good: Cells = {
  inum: 'KTC/26-27/0031',
  idt: OCT_9,
  val: 141_600,
  pos: '33-Tamil Nadu',
  rt: 18,
  txval: 120_000,
  csamt: 0,
}

export const b2cl: Golden = {
  table: 'b2cl',
  section: 'b2cl',
  sheets: ['b2cl'],
  headers: {
    inum: ['Invoice Number', 'Invoice No', 'Inv No'],
    idt: ['Invoice date', 'Date of Invoice', 'Inv Date'],
    val: ['Invoice Value', 'Total Invoice Value'],
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
      shows: 'invoices hang under their place of supply and bear IGST',
      rows: [
        good,
        // 18 % and 5 % of 1,00,000 each.
        { ...good, inum: 'KTC/26-27/0032', pos: '27-Maharashtra', val: 223_000, txval: 100_000 },
        {
          ...good,
          inum: 'KTC/26-27/0032',
          pos: '27-Maharashtra',
          val: 223_000,
          rt: 5,
          txval: 100_000,
        },
        // 18 % × 65 % of 1,00,000.05 is 11,700.00585; cess of an old invoice stays.
        {
          ...good,
          inum: 'KTC/25-26/0900',
          idt: '21-Sep-2025',
          diff_percent: '65.00',
          val: 111_750.06,
          txval: 100_000.05,
          csamt: 50,
        },
      ],
      gives: {
        keys: ['KTC/26-27/0031', 'KTC/26-27/0032', 'KTC/25-26/0900'],
        problems: [`${LATE}@4`],
        json: {
          b2cl: [
            {
              pos: '33',
              inv: [
                {
                  inum: 'KTC/26-27/0031',
                  idt: '09-10-2026',
                  val: 141_600,
                  itms: [
                    { num: 1801, itm_det: { rt: 18, txval: 120_000, iamt: 21_600, csamt: 0 } },
                  ],
                },
                {
                  inum: 'KTC/25-26/0900',
                  idt: '21-09-2025',
                  val: 111_750.06,
                  diff_percent: 0.65,
                  itms: [
                    {
                      num: 1801,
                      itm_det: { rt: 18, txval: 100_000.05, iamt: 11_700.01, csamt: 50 },
                    },
                  ],
                },
              ],
            },
            {
              pos: '27',
              inv: [
                {
                  inum: 'KTC/26-27/0032',
                  idt: '09-10-2026',
                  val: 223_000,
                  itms: [
                    { num: 1801, itm_det: { rt: 18, txval: 100_000, iamt: 18_000, csamt: 0 } },
                    { num: 501, itm_det: { rt: 5, txval: 100_000, iamt: 5000, csamt: 0 } },
                  ],
                },
              ],
            },
          ],
        },
        amounts: { count: 3, txval: 420_000.05, iamt: 56_300.01, csamt: 50 },
      },
    },
    {
      shows: 'blanks stand for 100 % and no cess, and come back so',
      rows: [{ ...good, csamt: '' }],
      gives: {
        keys: ['KTC/26-27/0031'],
        back: [good],
      },
    },
    {
      shows: 'an SEZ unit supplies inter-state within its own state',
      sez: true,
      rows: [{ ...good, pos: '29-Karnataka' }],
      gives: {
        keys: ['KTC/26-27/0031'],
        amounts: { count: 1, txval: 120_000, iamt: 21_600 },
      },
    },
    {
      shows: 'a blank percentage says the same as 100',
      rows: [
        { ...good, val: 246_600 },
        { ...good, val: 246_600, rt: 5, txval: 100_000, diff_percent: 100 },
      ],
      gives: { keys: ['KTC/26-27/0031'] },
    },
    {
      shows: 'a rate stands once in an invoice',
      rows: [good, { ...good, txval: 5 }],
      gives: { keys: [], problems: ['line-repeated error rt@1 rt@2'] },
    },
    {
      shows: 'one number is one invoice, with one place of supply',
      rows: [good, { ...good, rt: 5, pos: '27-Maharashtra' }],
      gives: { keys: [], problems: ['rows-disagree error pos@1 pos@2'] },
    },
    {
      shows: 'an invoice goes on over rows that repeat nothing of it',
      rows: [
        { ...good, val: 246_600 },
        { rt: 5, txval: 100_000 },
      ],
      gives: { keys: ['KTC/26-27/0031'], problems: ['row-continues-above note inum@2'] },
    },
    {
      shows: 'a date alone goes on with nothing',
      rows: [good, { idt: OCT_9, rt: 5, txval: 100_000 }],
      gives: {
        keys: ['KTC/26-27/0031'],
        problems: [
          'cell-missing error inum@2',
          'cell-missing error val@2',
          'cell-missing error pos@2',
        ],
      },
    },
    {
      shows: 'a row without number holds back the invoice of its date and value',
      rows: [good, { ...good, inum: '#REF!', rt: 5 }],
      gives: {
        keys: [],
        problems: ['cell-error error inum@2', 'held-with-row warning inum@1'],
      },
    },
    {
      shows: 'its numbers are one series with those of b2b',
      rows: [good],
      beside: {
        b2b: [
          {
            ctin: FAR,
            inum: 'ktc/26-27/0031',
            idt: OCT_9,
            val: 1180,
            pos: '27-Maharashtra',
            inv_typ: 'Regular B2B',
            rt: 18,
            txval: 1000,
          },
        ],
      },
      gives: { keys: [], problems: ['number-in-two-places error inum@1 b2b!inum@1'] },
    },
  ],
  cells: [
    [{}, []],
    [{ inum: '' }, ['cell-missing error inum']],
    [{ inum: '000' }, ['number-zero error inum']],
    [{ idt: '' }, ['cell-missing error idt']],
    [{ idt: '31-Oct-2026' }, []],
    [{ idt: '01-Nov-2026' }, ['date-after-period error idt']],
    [{ idt: '01-Oct-2026' }, []],
    [{ idt: '30-Sep-2026' }, [LATE]],
    [{ idt: '31-Mar-2025' }, ['date-over-eighteen-months warning idt']],
    [{ val: '' }, ['cell-missing error val']],
    [{ val: -141_600 }, ['amount-negative error val']],
    [{ val: 10_000_000_000_000 }, ['amount-too-large error val']],
    [{ val: 9_999_999_999_999.99 }, ['value-differs-from-lines warning val']],
    [{ val: 120_000 }, ['value-differs-from-lines warning val']],
    // 84,745.76 and 18 % of it, 15,254.24, are the limit of today; 2,11,864.41 and 38,135.59 that of before.
    [{ val: 100_000, txval: 84_745.76 }, ['b2cl-not-above-limit error val']],
    [{ val: 100_000.01, txval: 84_745.76 }, []],
    [
      { val: 100_000, txval: 84_745.76, idt: '09-Aug-2024' },
      ['b2cl-not-above-limit error val'],
      { period: '082024' },
    ],
    [{ val: 100_000.01, txval: 84_745.76, idt: '09-Aug-2024' }, [], { period: '082024' }],
    [
      { val: 250_000, txval: 211_864.41, idt: '09-Jul-2024' },
      ['b2cl-not-above-limit error val'],
      { period: '072024' },
    ],
    [{ val: 250_000.01, txval: 211_864.41, idt: '09-Jul-2024' }, [], { period: '072024' }],
    [{ pos: '' }, ['cell-missing error pos']],
    [{ pos: 'Atlantis' }, ['pos-unknown error pos']],
    [{ pos: '29-Karnataka' }, ['pos-own-state error pos']],
    [{ pos: '96-Foreign Country' }, ['pos-abroad error pos']],
    [{ pos: '25-Daman & Diu' }, ['pos-retired warning pos']],
    [{ pos: '25', idt: '15-Jan-2020', val: 300_000, txval: 254_237.29 }, [], { period: '012020' }],
    [{ diff_percent: 'half' }, ['percent-unknown error diff_percent']],
    [{ rt: '' }, ['cell-missing error rt']],
    [{ rt: 17 }, ['rate-unknown error rt']],
    [{ rt: 12, val: 134_400, idt: '21-Sep-2025' }, [LATE]],
    [{ rt: 12, val: 134_400, idt: '22-Sep-2025' }, [LATE, 'rate-out-of-date warning rt']],
    [{ txval: '' }, ['cell-missing error txval']],
    [{ txval: -1 }, ['amount-negative error txval']],
    [{ txval: 100_000_000_000 }, ['amount-too-large error txval']],
    [{ csamt: -1 }, ['amount-negative error csamt']],
    [{ csamt: 100, val: 141_700 }, ['cess-after-its-end warning csamt']],
    [{ etin: FAR }, ['column-not-sent warning etin']],
    [{ etin: '#REF!' }, ['column-not-sent warning etin']],
  ],
  portal: {
    holds: {
      b2cl: [
        {
          pos: '33',
          inv: [
            {
              inum: 'KTC/26-27/0031',
              idt: '09-10-2026',
              val: 141_600,
              etin: FAR,
              flag: 'U',
              itms: [{ num: 1, itm_det: { rt: 18, txval: 120_000, iamt: 21_600 } }],
            },
          ],
        },
      ],
    },
    back: [good],
  },
  template: {
    title: 'Summary For B2CL(5)',
    totals: {
      inum: ['No. of Invoices', 1],
      val: ['Total Inv Value', 141_600],
      txval: ['Total Taxable Value', 240_000],
      csamt: ['Total Cess', 3],
    },
  },
  refused: {
    reports: [
      (error) => ({ b2cl: [{ pos: '33', inv: [{ inum: 'KTC/26-27/0031', itms: [] }], ...error }] }),
    ],
    about: {
      RET191111: 'inum',
      RET191115: 'inum,idt',
      RET191114: 'idt',
      RET191180: 'val',
      RET191160: 'pos',
      RET191175: 'rt',
      RET191107: 'txval',
      RET191152: 'etin',
    },
  },
}
