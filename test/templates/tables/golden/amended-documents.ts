// Golden cases of b2ba, b2cla, expa (table 9A), cdnra and cdnura (table 9C): what they say of the original.
import { amended, SEP_9 } from './amended.ts'
import { b2b as b2bCases } from './b2b.ts'
import { b2cl as b2clCases } from './b2cl.ts'
import { cdnr as cdnrCases } from './cdnr.ts'
import { cdnur as cdnurCases } from './cdnur.ts'
import { exp as expCases } from './exp.ts'
import { FAR, NEIGHBOUR, type CellCase, type Cells, type Golden, type SheetCase } from './golden.ts'

/** What holds of the dates of every amendment; `also`: cells that must fit an older date. */
function dated(number: string, date: string, also: (on: string) => Cells): CellCase[] {
  const [onum, odate] = [`o${number}`, `o${date}`]
  const both = (on: string): Cells => ({ [date]: on, [odate]: on, ...also(on) })
  const late = `amendment-too-late warning ${odate}`
  return [
    [{ [onum]: '' }, [`cell-missing error ${onum}`]],
    [{ [onum]: '0' }, [`number-zero error ${onum}`]],
    [{ [odate]: '' }, [`cell-missing error ${odate}`]],
    [{ [odate]: 'lately' }, [`date-not-a-date error ${odate}`]],
    [{ [date]: '' }, [`cell-missing error ${date}`]],
    [{ [date]: 'lately' }, [`date-not-a-date error ${date}`]],
    // The original is of an earlier month than the return.
    [both('30-Sep-2026'), []],
    [both('01-Oct-2026'), [`original-not-earlier error ${odate}`]],
    // The revised date lies in the original's month, or, of quarterly filers, in its quarter.
    [{ [date]: '30-Sep-2026' }, []],
    [{ [date]: '01-Oct-2026' }, [`revised-after-original warning ${date}`]],
    [{ [date]: '30-Sep-2026', [odate]: '01-Jul-2026' }, [`revised-after-original warning ${date}`]],
    [{ [date]: '30-Sep-2026', [odate]: '01-Jul-2026' }, [], { filing: 'quarterly' }],
    [
      { [date]: '01-Nov-2026', ...also('01-Nov-2026') },
      [`date-after-period error ${date}`, `revised-after-original warning ${date}`],
    ],
    // Documents of a year are amended up to the return of October after it, before 2021-22 of September.
    [both('01-Apr-2025'), []],
    [both('31-Mar-2025'), [`date-over-eighteen-months warning ${date}`, late]],
    [both('31-Mar-2025'), [], { period: '102025' }],
    [both('31-Mar-2025'), [late], { period: '112025' }],
    [both('31-Mar-2022'), [], { period: '102022' }],
    [both('31-Mar-2021'), [], { period: '092021' }],
    [both('31-Mar-2021'), [late], { period: '102021' }],
  ]
}

const none = (): Cells => ({})

/** `key`: what stands before the number in the document's key. */
const once = (number: string, date: string, key: string, row: Cells): SheetCase => ({
  shows: 'one document is amended once; a number begins anew with the financial year',
  rows: [
    row,
    { ...row, [`o${number}`]: String(row[`o${number}`]).toLowerCase(), [number]: 'X-2' },
    { ...row, [number]: 'X-3', [date]: '31-Mar-2026', [`o${date}`]: '31-Mar-2026' },
  ],
  gives: { keys: [`${key}X-3`], problems: [`amended-twice error o${number}@1 o${number}@2`] },
})

const b2bRow: Cells = { ...b2bCases.good, oinum: 'KT/26-27/0219', oidt: SEP_9, idt: SEP_9 }

export const b2ba: Golden = amended(b2bCases, {
  table: 'b2ba',
  title: 'Summary For B2BA',
  number: 'inum',
  date: 'idt',
  cases: [
    {
      shows: 'the original stands beside what holds now, which may be another number and recipient',
      rows: [{ ...b2bRow, ctin: NEIGHBOUR, inum: 'KT/26-27/0219R' }],
      gives: {
        keys: [`${NEIGHBOUR}|KT/26-27/0219R`],
        json: {
          b2ba: [
            {
              ctin: NEIGHBOUR,
              inv: [
                {
                  oinum: 'KT/26-27/0219',
                  oidt: '09-09-2026',
                  inum: 'KT/26-27/0219R',
                  idt: '09-09-2026',
                  val: 59_000,
                  pos: '27',
                  rchrg: 'N',
                  inv_typ: 'R',
                  itms: [{ num: 1801, itm_det: { rt: 18, txval: 50_000, iamt: 9000, csamt: 0 } }],
                },
              ],
            },
          ],
        },
      },
    },
    once('inum', 'idt', `${FAR}|`, b2bRow),
    {
      shows: 'a revised number is none of this month’s invoices',
      rows: [b2bRow],
      beside: { b2b: [b2bCases.good] },
      gives: { keys: [], problems: ['number-in-two-places error inum@1 b2b!inum@1'] },
    },
    {
      shows: 'an original is amended in one table',
      rows: [b2bRow],
      beside: {
        b2cla: [{ ...b2clCases.good, oinum: 'KT/26-27/0219', oidt: SEP_9, idt: SEP_9 }],
      },
      gives: { keys: [], problems: ['amended-twice error oinum@1 b2cla!oinum@1'] },
    },
    {
      shows: 'rows of one invoice name one original',
      rows: [b2bRow, { ...b2bRow, rt: 5, oinum: 'KT/26-27/0220' }],
      gives: { keys: [], problems: ['rows-disagree error oinum@1 oinum@2'] },
    },
    {
      shows: 'a name alone goes on with nothing',
      rows: [b2bRow, { receiver: 'Kaveri Mills' }],
      gives: {
        keys: [`${FAR}|KT/26-27/0412`],
        problems: [
          'cell-missing error ctin@2',
          'cell-missing error oinum@2',
          'cell-missing error oidt@2',
          'cell-missing error inum@2',
          'cell-missing error idt@2',
          'cell-missing error val@2',
          'cell-missing error pos@2',
          'cell-missing error inv_typ@2',
          'cell-missing error rt@2',
          'cell-missing error txval@2',
        ],
      },
    },
  ],
  cells: [
    ...dated('inum', 'idt', none),
    [
      { rt: 12, val: 56_000, idt: '22-Sep-2025', oidt: '22-Sep-2025' },
      ['rate-out-of-date warning rt'],
    ],
    [
      { csamt: 100, val: 59_100, idt: '22-Sep-2025', oidt: '22-Sep-2025' },
      ['cess-after-its-end warning csamt'],
    ],
    [{ pos: '25', idt: '15-Dec-2019', oidt: '15-Dec-2019' }, [], { period: '012020' }],
  ],
})

const b2clRow: Cells = { ...b2clCases.good, oinum: 'KTC/26-27/0012', oidt: SEP_9, idt: SEP_9 }

/** An invoice large enough for the limit of its time: 84,745.76 and 18 % of it are 1,00,000, 2,11,864.41 are 2,50,000. */
const dates = (day: string): Cells => ({ idt: day, oidt: day })
const limits: readonly CellCase[] = [
  [
    { ...dates('09-Jul-2024'), val: 100_000, txval: 84_745.76 },
    ['b2cl-not-above-limit error val'],
    { period: '082024' },
  ],
  [{ ...dates('09-Jul-2024'), val: 100_000.01, txval: 84_745.76 }, [], { period: '082024' }],
  [
    { ...dates('09-Jun-2024'), val: 250_000, txval: 211_864.41 },
    ['b2cl-not-above-limit error val'],
    { period: '072024' },
  ],
  [{ ...dates('09-Jun-2024'), val: 250_000.01, txval: 211_864.41 }, [], { period: '072024' }],
]

export const b2cla: Golden = amended(b2clCases, {
  table: 'b2cla',
  title: 'Summary For B2CLA',
  number: 'inum',
  date: 'idt',
  order: [
    ...['oinum', 'oidt', 'pos', 'inum', 'idt', 'val'],
    ...['diff_percent', 'rt', 'txval', 'csamt', 'etin'],
  ],
  headers: { pos: ['Original Place Of Supply', 'Place Of Supply', 'POS'] },
  cases: [
    {
      shows: 'the invoice stays in its state',
      rows: [b2clRow],
      gives: {
        keys: ['KTC/26-27/0031'],
        json: {
          b2cla: [
            {
              pos: '33',
              inv: [
                {
                  oinum: 'KTC/26-27/0012',
                  oidt: '09-09-2026',
                  inum: 'KTC/26-27/0031',
                  idt: '09-09-2026',
                  val: 141_600,
                  itms: [
                    { num: 1801, itm_det: { rt: 18, txval: 120_000, iamt: 21_600, csamt: 0 } },
                  ],
                },
              ],
            },
          ],
        },
        back: [b2clRow],
      },
    },
    once('inum', 'idt', '', b2clRow),
    {
      shows: 'a date alone goes on with nothing',
      rows: [b2clRow, { idt: SEP_9, rt: 5, txval: 100_000 }],
      gives: {
        keys: ['KTC/26-27/0031'],
        problems: [
          'cell-missing error oinum@2',
          'cell-missing error oidt@2',
          'cell-missing error pos@2',
          'cell-missing error inum@2',
          'cell-missing error val@2',
        ],
      },
    },
  ],
  cells: [
    // The limit of 2021 and 2022 was the higher one.
    ...dated('inum', 'idt', (on) => (/202[12]$/.test(on) ? { val: 295_000, txval: 250_000 } : {})),
    ...limits,
    [{ rt: 12, val: 134_400, ...dates('22-Sep-2025') }, ['rate-out-of-date warning rt']],
    [{ rt: 12, val: 134_400, ...dates('21-Sep-2025') }, []],
    [
      { pos: '25', val: 300_000, txval: 254_237.29, ...dates('15-Dec-2019') },
      [],
      { period: '012020' },
    ],
  ],
})

const cdnrRow: Cells = { ...cdnrCases.good, ont_num: 'KT/CN/0003', ont_dt: SEP_9, nt_dt: SEP_9 }

export const cdnra: Golden = amended(cdnrCases, {
  table: 'cdnra',
  title: 'Summary For CDNRA',
  number: 'nt_num',
  date: 'nt_dt',
  cases: [
    {
      shows: 'the original note stands beside what holds now',
      rows: [cdnrRow],
      gives: {
        keys: [`${FAR}|KT/CN/0007`],
        json: {
          cdnra: [
            {
              ctin: FAR,
              nt: [
                {
                  ont_num: 'KT/CN/0003',
                  ont_dt: '09-09-2026',
                  ntty: 'C',
                  nt_num: 'KT/CN/0007',
                  nt_dt: '09-09-2026',
                  val: 2360,
                  pos: '27',
                  rchrg: 'N',
                  inv_typ: 'R',
                  itms: [{ num: 1801, itm_det: { rt: 18, txval: 2000, iamt: 360, csamt: 0 } }],
                },
              ],
            },
          ],
        },
        back: [cdnrRow],
      },
    },
    once('nt_num', 'nt_dt', `${FAR}|`, cdnrRow),
    {
      shows: 'a revised number is none of this month’s notes',
      rows: [cdnrRow],
      beside: { cdnr: [cdnrCases.good] },
      gives: { keys: [], problems: ['number-in-two-places error nt_num@1 cdnr!nt_num@1'] },
    },
    {
      shows: 'a name alone goes on with nothing, nor does a row with a number',
      rows: [cdnrRow, { receiver: 'Kaveri Mills', rt: 5, nt_num: 'X-2' }],
      gives: {
        keys: [`${FAR}|KT/CN/0007`],
        problems: [
          'cell-missing error ctin@2',
          'cell-missing error ont_num@2',
          'cell-missing error ont_dt@2',
          'cell-missing error nt_dt@2',
          'cell-missing error ntty@2',
          'cell-missing error pos@2',
          'cell-missing error rchrg@2',
          'cell-missing error inv_typ@2',
          'cell-missing error val@2',
          'cell-missing error txval@2',
        ],
      },
    },
  ],
  cells: [
    ...dated('nt_num', 'nt_dt', none),
    [{ pos: '25', nt_dt: '15-Dec-2019', ont_dt: '15-Dec-2019' }, [], { period: '012020' }],
  ],
})

const cdnurRow: Cells = { ...cdnurCases.good, ont_num: 'KTC/CN/0001', ont_dt: SEP_9, nt_dt: SEP_9 }

export const cdnura: Golden = amended(cdnurCases, {
  table: 'cdnura',
  title: 'Summary For CDNURA',
  number: 'nt_num',
  date: 'nt_dt',
  cases: [
    {
      shows: 'the original note stands beside what holds now',
      rows: [cdnurRow],
      gives: {
        keys: ['KTC/CN/0002'],
        json: {
          cdnura: [
            {
              ont_num: 'KTC/CN/0001',
              ont_dt: '09-09-2026',
              typ: 'B2CL',
              ntty: 'C',
              nt_num: 'KTC/CN/0002',
              nt_dt: '09-09-2026',
              val: 11_800,
              pos: '33',
              itms: [{ num: 1801, itm_det: { rt: 18, txval: 10_000, iamt: 1800, csamt: 0 } }],
            },
          ],
        },
        back: [cdnurRow],
      },
    },
    once('nt_num', 'nt_dt', '', cdnurRow),
    {
      shows: 'a date alone goes on with nothing',
      rows: [cdnurRow, { nt_dt: SEP_9, rt: 5, txval: 500 }],
      gives: {
        keys: ['KTC/CN/0002'],
        problems: [
          'cell-missing error typ@2',
          'cell-missing error ont_num@2',
          'cell-missing error ont_dt@2',
          'cell-missing error nt_num@2',
          'cell-missing error ntty@2',
          'cell-missing error val@2',
        ],
      },
    },
  ],
  cells: [
    ...dated('nt_num', 'nt_dt', none),
    [{ pos: '25', nt_dt: '15-Dec-2019', ont_dt: '15-Dec-2019' }, [], { period: '012020' }],
  ],
})

const expRow: Cells = { ...expCases.good, oinum: 'KTX/26-27/0003', oidt: SEP_9, idt: SEP_9 }

export const expa: Golden = amended(expCases, {
  table: 'expa',
  title: 'Summary For EXPA',
  number: 'inum',
  date: 'idt',
  cases: [
    {
      shows: 'the original stands beside what holds now, the shipping bill included',
      rows: [expRow],
      gives: {
        keys: ['WPAY|KTX/26-27/0009'],
        json: {
          expa: [
            {
              exp_typ: 'WPAY',
              inv: [
                {
                  oinum: 'KTX/26-27/0003',
                  oidt: '09-09-2026',
                  inum: 'KTX/26-27/0009',
                  idt: '09-09-2026',
                  val: 236_000,
                  sbpcode: 'INBLR4',
                  sbnum: '4417720',
                  sbdt: '11-10-2026',
                  itms: [{ rt: 18, txval: 200_000, iamt: 36_000, csamt: 0 }],
                },
              ],
            },
          ],
        },
        back: [expRow],
      },
    },
    once('inum', 'idt', 'WPAY|', expRow),
    {
      shows: 'a date alone goes on with nothing',
      rows: [expRow, { idt: SEP_9, rt: 5, txval: 20_000 }],
      gives: {
        keys: ['WPAY|KTX/26-27/0009'],
        problems: [
          'cell-missing error exp_typ@2',
          'cell-missing error oinum@2',
          'cell-missing error oidt@2',
          'cell-missing error inum@2',
          'cell-missing error val@2',
        ],
      },
    },
  ],
  cells: [
    // A bill is never before its invoice.
    ...dated('inum', 'idt', () => ({ sbdt: '05-Nov-2026' })),
    [
      { rt: 12, val: 224_000, idt: '22-Sep-2025', oidt: '22-Sep-2025' },
      ['rate-out-of-date warning rt'],
    ],
    [{ rt: 12, val: 224_000, idt: '21-Sep-2025', oidt: '21-Sep-2025' }, []],
    [{ sbdt: '08-Sep-2026' }, ['shipping-bill-before-invoice warning sbdt,idt']],
    [{ sbdt: '09-Sep-2026' }, []],
  ],
})
