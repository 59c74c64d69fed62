// Golden cases of docs: table 13.
import { ALWAYS, type Cells, type Golden } from './golden.ts'

const good: Cells = {
  doc_num: 'Invoices for outward supply',
  from: 'KT/26-27/0412',
  to: 'KT/26-27/0455',
  totnum: 44,
  cancel: 2,
}
const notes: Cells = {
  doc_num: 'Credit Note',
  from: 'KT/CN/0007',
  to: 'KT/CN/0009',
  totnum: 3,
  cancel: '',
}

export const docs: Golden = {
  table: 'docs',
  section: 'doc_issue',
  sheets: ['docs', 'doc issue'],
  headers: {
    doc_num: ['Nature of Document', 'Nature of Documents'],
    from: ['Sr. No. From', 'From'],
    to: ['Sr. No. To', 'To'],
    totnum: ['Total Number'],
    cancel: ['Cancelled'],
  },
  mayLack: [],
  periods: [...ALWAYS, ['112026', 'quarterly', false]],
  good,
  cases: [
    {
      shows: 'series under their nature, numbered in each, net of the cancelled; blank is none',
      rows: [good, notes, { ...good, from: 'B1', to: 'B1', totnum: 1, cancel: 0 }],
      gives: {
        keys: ['1|KT/26-27/0412|KT/26-27/0455', '5|KT/CN/0007|KT/CN/0009', '1|B1|B1'],
        json: {
          doc_issue: {
            doc_det: [
              {
                doc_num: 1,
                docs: [
                  {
                    num: 1,
                    from: 'KT/26-27/0412',
                    to: 'KT/26-27/0455',
                    totnum: 44,
                    cancel: 2,
                    net_issue: 42,
                  },
                  { num: 2, from: 'B1', to: 'B1', totnum: 1, cancel: 0, net_issue: 1 },
                ],
              },
              {
                doc_num: 5,
                docs: [
                  {
                    num: 1,
                    from: 'KT/CN/0007',
                    to: 'KT/CN/0009',
                    totnum: 3,
                    cancel: 0,
                    net_issue: 3,
                  },
                ],
              },
            ],
          },
        },
        // The portal's summary counts the documents issued.
        amounts: { count: 46 },
        back: [
          good,
          { ...good, from: 'B1', to: 'B1', totnum: 1, cancel: 0 },
          { ...notes, cancel: 0 },
        ],
      },
    },
    {
      shows: 'a series stands once',
      rows: [good, { ...good, to: 'kt/26-27/0455' }],
      gives: {
        keys: [],
        problems: [
          'number-case-differs note to@2',
          'row-repeated error doc_num,from,to@1 doc_num,from,to@2',
        ],
      },
    },
    {
      shows: 'series that begin alike may end apart, and end alike that begin apart',
      rows: [
        { ...good, from: 'A1', to: 'A5', totnum: 5 },
        { ...good, from: 'A1', to: 'A6', totnum: 6 },
        { ...good, from: 'A2', to: 'A6', totnum: 5 },
      ],
      gives: { keys: ['1|A1|A5', '1|A1|A6', '1|A2|A6'] },
    },
  ],
  cells: [
    [{}, []],
    [{ doc_num: '' }, ['cell-missing error doc_num']],
    [{ doc_num: 'Receipts' }, ['document-nature-unknown error doc_num']],
    [{ doc_num: -5 }, ['document-nature-unknown error doc_num']],
    [{ doc_num: 5 }, []],
    [{ from: '' }, ['cell-missing error from']],
    [{ from: 'KT#412' }, ['number-characters error from']],
    [{ to: '' }, ['cell-missing error to']],
    [{ to: 'KT#455' }, ['number-characters error to']],
    [{ totnum: '' }, ['cell-missing error totnum']],
    [{ totnum: 4.5 }, ['count-not-whole error totnum']],
    [{ cancel: -1 }, ['count-not-whole error cancel']],
    [{ cancel: 44 }, []],
    [{ cancel: 45 }, ['cancelled-above-total error totnum,cancel']],
    [{ totnum: 43 }, ['series-count-differs warning from,to,totnum']],
    [{ to: 'KT/26-27/0411' }, ['series-reversed warning from,to']],
  ],
  portal: {
    // All twelve natures come back, those without documents empty.
    holds: {
      doc_issue: {
        flag: 'U',
        doc_det: [
          {
            doc_num: 1,
            docs: [
              {
                num: 1,
                from: 'KT/26-27/0412',
                to: 'KT/26-27/0455',
                totnum: 44,
                cancel: 2,
                net_issue: 42,
              },
            ],
          },
          { doc_num: 2, docs: [] },
        ],
      },
    },
    back: [good],
  },
  template: {
    title: 'Summary of documents issued during the tax period (13)',
    totals: { totnum: ['Total Number', 88], cancel: ['Total Cancelled', 4] },
  },
  refused: {
    // The code stands around the list.
    reports: [
      (error) => ({
        doc_issue: {
          doc_det: [{ doc_num: 1, docs: [{ num: 1, from: 'KT/26-27/0412', to: 'KT/26-27/0455' }] }],
          ...error,
        },
      }),
    ],
    about: { RET191153: 'doc_num', RET999999: 'doc_num,from,to' },
  },
}
