// Golden cases of exp: table 6A.
import { ALWAYS, FAR, OCT_9, LATE, type Cells, type Golden } from './golden.ts'

const good: Cells = {
  exp_typ: 'WPAY',
  inum: 'KTX/26-27/0009',
  idt: OCT_9,
  val: 236_000,
  sbpcode: 'INBLR4',
  sbnum: '4417720',
  sbdt: 46306,
  rt: 18,
  txval: 200_000,
  csamt: 0,
}
/** A service under LUT: no goods, no bill. */
const service: Cells = {
  ...good,
  exp_typ: 'WOPAY',
  inum: 'KTX/26-27/0010',
  val: 90_000,
  sbpcode: '',
  sbnum: '',
  sbdt: '',
  txval: 90_000,
}

export const exp: Golden = {
  table: 'exp',
  section: 'exp',
  sheets: ['exp'],
  headers: {
    exp_typ: ['Export Type', 'Type of Export', 'Type'],
    inum: ['Invoice Number', 'Invoice No', 'Inv No'],
    idt: ['Invoice date', 'Date of Invoice', 'Inv Date'],
    val: ['Invoice Value', 'Total Invoice Value'],
    sbpcode: ['Port Code', 'Port', 'Shipping Port Code'],
    sbnum: ['Shipping Bill Number', 'Shipping Bill No', 'SB Number', 'SB No'],
    sbdt: ['Shipping Bill Date', 'SB Date'],
    rt: ['Rate', 'Rate %', 'GST%', 'GST Rate', 'Tax Rate'],
    txval: ['Taxable Value'],
    csamt: ['Cess Amount', 'Cess'],
  },
  mayLack: ['sbpcode', 'sbnum', 'sbdt', 'csamt'],
  periods: [...ALWAYS, ['112026', 'quarterly', false]],
  good,
  cases: [
    {
      shows: 'invoices hang under their export type, lines flat and without number',
      rows: [
        { ...good, val: 237_062.5, csamt: 12.5 },
        { ...good, val: 237_062.5, rt: 5, txval: 1000, csamt: 0 },
        { ...good, inum: 'KTX/26-27/0011', sbnum: 123, sbdt: '03-Nov-2026' },
        service,
        { ...service, inum: 'KTX/26-27/0012', rt: 0, sbpcode: 'INNSA1' },
      ].map((row) => (row.csamt === 12.5 || row.rt === 5 ? { ...row, idt: '21-Sep-2025' } : row)),
      gives: {
        keys: [
          'WPAY|KTX/26-27/0009',
          'WPAY|KTX/26-27/0011',
          'WOPAY|KTX/26-27/0010',
          'WOPAY|KTX/26-27/0012',
        ],
        problems: [`${LATE}@1 idt@2`],
        json: {
          exp: [
            {
              exp_typ: 'WPAY',
              inv: [
                {
                  inum: 'KTX/26-27/0009',
                  idt: '21-09-2025',
                  val: 237_062.5,
                  sbpcode: 'INBLR4',
                  sbnum: '4417720',
                  sbdt: '11-10-2026',
                  itms: [
                    { rt: 18, txval: 200_000, iamt: 36_000, csamt: 12.5 },
                    { rt: 5, txval: 1000, iamt: 50, csamt: 0 },
                  ],
                },
                {
                  inum: 'KTX/26-27/0011',
                  idt: '09-10-2026',
                  val: 236_000,
                  sbpcode: 'INBLR4',
                  sbnum: '123',
                  sbdt: '03-11-2026',
                  itms: [{ rt: 18, txval: 200_000, iamt: 36_000, csamt: 0 }],
                },
              ],
            },
            {
              exp_typ: 'WOPAY',
              inv: [
                {
                  inum: 'KTX/26-27/0010',
                  idt: '09-10-2026',
                  val: 90_000,
                  itms: [{ rt: 18, txval: 90_000, iamt: 0, csamt: 0 }],
                },
                {
                  inum: 'KTX/26-27/0012',
                  idt: '09-10-2026',
                  val: 90_000,
                  sbpcode: 'INNSA1',
                  itms: [{ rt: 0, txval: 90_000, iamt: 0, csamt: 0 }],
                },
              ],
            },
          ],
        },
        amounts: { count: 4, txval: 581_000, iamt: 72_050, csamt: 12.5 },
      },
    },
    {
      shows: 'a blank is no cess, and the bill comes back',
      rows: [{ ...good, csamt: '' }],
      gives: { keys: ['WPAY|KTX/26-27/0009'], back: [good] },
    },
    {
      shows: 'a rate stands once in an invoice',
      rows: [good, { ...good, txval: 5 }],
      gives: { keys: [], problems: ['line-repeated error rt@1 rt@2'] },
    },
    {
      shows: 'an invoice has one shipping bill',
      rows: [good, { ...good, rt: 5, sbnum: '4417721' }],
      gives: { keys: [], problems: ['rows-disagree error sbnum@1 sbnum@2'] },
    },
    {
      shows: 'an invoice is with payment or without',
      rows: [good, { ...good, exp_typ: 'WOPAY', rt: 5, val: 200_000 }],
      gives: { keys: [], problems: ['number-in-two-places error inum@1 inum@2'] },
    },
    {
      shows: 'its numbers are one series with those of b2b',
      rows: [good],
      beside: {
        b2b: [
          {
            ctin: FAR,
            inum: 'KTX/26-27/0009',
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
    {
      shows: 'an invoice goes on over rows that repeat nothing of it',
      rows: [
        { ...good, val: 257_000 },
        { rt: 5, txval: 20_000 },
      ],
      gives: {
        keys: ['WPAY|KTX/26-27/0009'],
        problems: ['row-continues-above note exp_typ,inum@2'],
      },
    },
    {
      shows: 'a date alone goes on with nothing, nor does a shipping bill',
      rows: [good, { idt: OCT_9, rt: 5, txval: 20_000 }, { sbpcode: 'INBLR4', sbnum: '4417720' }],
      gives: {
        keys: ['WPAY|KTX/26-27/0009'],
        problems: [
          'cell-missing error exp_typ@2',
          'cell-missing error inum@2',
          'cell-missing error val@2',
          'cell-missing error exp_typ@3',
          'cell-missing error inum@3',
          'cell-missing error idt@3',
          'cell-missing error val@3',
          'cell-missing error rt@3',
          'cell-missing error txval@3',
        ],
      },
    },
    {
      shows: 'a row without number holds back the invoice of its date and value',
      rows: [good, { ...good, inum: '#REF!', rt: 5 }],
      gives: {
        keys: [],
        problems: ['cell-error error inum@2', 'held-with-row warning exp_typ,inum@1'],
      },
    },
  ],
  cells: [
    [{}, []],
    [{ exp_typ: '' }, ['cell-missing error exp_typ']],
    [{ exp_typ: 'Deemed' }, ['export-type-unknown error exp_typ']],
    [{ inum: '' }, ['cell-missing error inum']],
    [{ inum: '0/0' }, ['number-zero error inum']],
    [{ idt: '' }, ['cell-missing error idt']],
    [{ idt: '01-Nov-2026', sbdt: '02-Nov-2026' }, ['date-after-period error idt']],
    [{ idt: '01-Oct-2026' }, []],
    [{ idt: '30-Sep-2026' }, [LATE]],
    [{ idt: '31-Mar-2025' }, ['date-over-eighteen-months warning idt']],
    [{ val: '' }, ['cell-missing error val']],
    [{ val: -1 }, ['amount-negative error val']],
    [{ val: 9_999_999_999_999.99 }, ['value-differs-from-lines warning val']],
    [{ val: 10_000_000_000_000 }, ['amount-too-large error val']],
    [{ val: 200_000 }, []],
    [{ val: 218_000 }, ['value-differs-from-lines warning val']],
    [{ sbpcode: 'INBLR44' }, ['port-code-wrong error sbpcode']],
    [{ sbpcode: '' }, ['shipping-bill-none note sbpcode,sbnum,sbdt']],
    [{ sbnum: '12' }, ['shipping-bill-wrong error sbnum']],
    [
      { sbnum: '' },
      ['shipping-bill-incomplete error sbnum,sbdt', 'shipping-bill-none note sbpcode,sbnum,sbdt'],
    ],
    [{ sbdt: '' }, ['shipping-bill-incomplete error sbnum,sbdt']],
    [{ sbnum: '', sbdt: '' }, ['shipping-bill-none note sbpcode,sbnum,sbdt']],
    [{ sbdt: 'soon' }, ['date-not-a-date error sbdt']],
    [{ sbdt: '08-Oct-2026' }, ['shipping-bill-before-invoice warning sbdt,idt']],
    [{ sbdt: '09-Oct-2026' }, []],
    [{ rt: '' }, ['cell-missing error rt']],
    [{ rt: 17 }, ['rate-unknown error rt']],
    [{ rt: 12, val: 224_000, idt: '21-Sep-2025' }, [LATE]],
    [{ rt: 12, val: 224_000, idt: '22-Sep-2025' }, [LATE, 'rate-out-of-date warning rt']],
    [{ txval: '' }, ['cell-missing error txval']],
    [{ txval: -1 }, ['amount-negative error txval']],
    [{ txval: 100_000_000_000 }, ['amount-too-large error txval']],
    [{ csamt: -1 }, ['amount-negative error csamt']],
    [{ csamt: 100, val: 236_100 }, ['cess-after-its-end warning csamt']],
    [{ exp_typ: 'WOPAY', val: 200_000, csamt: 5 }, ['cess-without-payment warning csamt,exp_typ']],
  ],
  portal: {
    holds: {
      exp: [
        {
          exp_typ: 'WPAY',
          inv: [
            {
              inum: 'KTX/26-27/0009',
              idt: '09-10-2026',
              val: 236_000,
              sbpcode: 'inblr4',
              sbnum: 4417720,
              sbdt: '11-10-2026',
              flag: 'U',
              itms: [{ rt: 18, txval: 200_000, iamt: 36_000 }],
            },
          ],
        },
      ],
    },
    back: [good],
  },
  template: {
    title: 'Summary For EXP(6)',
    totals: {
      inum: ['No. of Invoices', 1],
      val: ['Total Invoice Value', 236_000],
      sbnum: ['No. of Shipping Bill', 1],
      txval: ['Total Taxable Value', 400_000],
    },
  },
  refused: {
    reports: [
      // The bill's number comes back as a number.
      (error) => ({
        exp: [
          {
            exp_typ: 'WPAY',
            inv: [{ inum: 'KTX/26-27/0009', sbnum: 4417720, itms: [] }],
            ...error,
          },
        ],
      }),
    ],
    about: {
      RET191150: 'exp_typ',
      RET191111: 'inum',
      RET191114: 'idt',
      RET191180: 'val',
      RET191176: 'sbpcode,sbnum,sbdt',
      RET191175: 'rt',
      RET191107: 'txval',
    },
  },
}
