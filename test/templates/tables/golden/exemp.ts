// Golden cases of exemp: table 8.
import { ALWAYS, type Cells, type Golden } from './golden.ts'

const good: Cells = {
  sply_ty: 'Intra-State supplies to unregistered persons',
  nil_amt: 5200,
  expt_amt: 100,
  ngsup_amt: 7.5,
}

export const exemp: Golden = {
  table: 'exemp',
  section: 'nil',
  sheets: ['exemp'],
  headers: {
    sply_ty: ['Description'],
    nil_amt: ['Nil Rated Supplies', 'Nil Rated'],
    expt_amt: ['Exempted(other than nil rated/non GST supply)', 'Exempted', 'Exempted Supplies'],
    ngsup_amt: ['Non-GST Supplies', 'Non-GST'],
  },
  mayLack: [],
  periods: [...ALWAYS, ['112026', 'quarterly', false]],
  good,
  cases: [
    {
      shows: 'four entries; INTR is inter-state and INTRA within the state; blanks are zero',
      rows: [
        {
          sply_ty: 'Inter-State supplies to registered persons',
          nil_amt: '',
          expt_amt: 31_000,
          ngsup_amt: '',
        },
        { sply_ty: 'Intra-State supplies to registered persons', nil_amt: -40.25 },
        { sply_ty: 'Inter-State supplies to unregistered persons', ngsup_amt: 900 },
        good,
      ],
      gives: {
        keys: ['INTRB2B', 'INTRAB2B', 'INTRB2C', 'INTRAB2C'],
        json: {
          nil: {
            inv: [
              { sply_ty: 'INTRB2B', nil_amt: 0, expt_amt: 31_000, ngsup_amt: 0 },
              { sply_ty: 'INTRAB2B', nil_amt: -40.25, expt_amt: 0, ngsup_amt: 0 },
              { sply_ty: 'INTRB2C', nil_amt: 0, expt_amt: 0, ngsup_amt: 900 },
              { sply_ty: 'INTRAB2C', nil_amt: 5200, expt_amt: 100, ngsup_amt: 7.5 },
            ],
          },
        },
        amounts: { count: 4, txval: 37_167.25 },
        back: [
          {
            sply_ty: 'Inter-State supplies to registered persons',
            nil_amt: 0,
            expt_amt: 31_000,
            ngsup_amt: 0,
          },
          {
            sply_ty: 'Intra-State supplies to registered persons',
            nil_amt: -40.25,
            expt_amt: 0,
            ngsup_amt: 0,
          },
          {
            sply_ty: 'Inter-State supplies to unregistered persons',
            nil_amt: 0,
            expt_amt: 0,
            ngsup_amt: 900,
          },
          good,
        ],
      },
    },
    {
      shows: 'rows of one entry are added, and told',
      rows: [good, good],
      gives: {
        keys: ['INTRAB2C'],
        problems: ['rows-added note sply_ty@1 sply_ty@2'],
        json: {
          nil: {
            inv: [{ sply_ty: 'INTRAB2C', nil_amt: 10_400, expt_amt: 200, ngsup_amt: 15 }],
          },
        },
      },
    },
    {
      shows: 'a total below is set aside',
      rows: [
        good,
        { sply_ty: 'Inter-State supplies to registered persons', nil_amt: 800 },
        { nil_amt: 6000, expt_amt: 100, ngsup_amt: 7.5 },
      ],
      gives: { keys: ['INTRAB2C', 'INTRB2B'], problems: ['row-is-total note nil_amt@3'] },
    },
  ],
  cells: [
    [{}, []],
    [{ sply_ty: '' }, ['cell-missing error sply_ty']],
    [{ sply_ty: 'Exports' }, ['exempt-supply-unknown error sply_ty']],
    ...['nil_amt', 'expt_amt', 'ngsup_amt'].flatMap((name) => [
      [{ [name]: 'nil' }, [`amount-not-a-number error ${name}`]] as const,
      [{ [name]: -99_999_999_999.99 }, []] as const,
      [{ [name]: 100_000_000_000 }, [`amount-too-large error ${name}`]] as const,
    ]),
  ],
  portal: {
    holds: {
      nil: {
        flag: 'U',
        chksum: 'aa',
        inv: [{ sply_ty: 'INTRAB2C', nil_amt: 5200, expt_amt: 100, ngsup_amt: 7.5 }],
      },
    },
    back: [good],
  },
  template: {
    title: 'Summary For Nil rated, exempted and non GST outward supplies (8)',
    totals: {
      nil_amt: ['Total Nil Rated Supplies', 10_400],
      expt_amt: ['Total Exempted Supplies', 200],
      ngsup_amt: ['Total Non-GST Supplies', 15],
    },
  },
  refused: {
    // The code stands around the list.
    reports: [
      (error) => ({
        nil: { inv: [{ sply_ty: 'INTRAB2C', nil: 5200, expt: 100, ngsup: 7.5 }], ...error },
      }),
    ],
    about: { RET191148: 'nil_amt,expt_amt,ngsup_amt', RET191153: 'sply_ty' },
  },
}
