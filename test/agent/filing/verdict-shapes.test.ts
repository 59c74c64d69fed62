// Error reports of the summary sections, in every shape the portal is documented to use: each finds its rows.
import { describe, expect, test } from 'vitest'
import { snapshotOf, wireOf } from '../../../agent/filing/snapshot.ts'
import { acceptedOf, problemsOf, verdictOf } from '../../../agent/filing/verdict.ts'
import type { Cell } from '../../../templates/block.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { block, FIRST_ROW, PERIOD, TAXPAYER } from '../../sheets.ts'

/** Rows of the sheets, by table. */
const ROWS: Readonly<Record<string, readonly (readonly Cell[])[]>> = {
  b2cs: [
    ['OE', '29-Karnataka', '', 18, 100, '', ''],
    ['OE', '32-Kerala', '', 18, 100, '', ''],
    ['OE', '29', 65, 18, 100, '', ''],
    ['OE', '29', '', 18, 50, '', ''],
  ],
  at: [
    ['29-Karnataka', '', 18, 100, ''],
    ['27-Maharashtra', '', 18, 100, ''],
    ['29-Karnataka', '', 5, 100, ''],
  ],
  atadj: [['29-Karnataka', '', 18, 100, '']],
  exemp: [
    ['Inter-State supplies to registered persons', 1, 2, 3],
    ['Intra-State supplies to registered persons', 1, 2, 3],
  ],
  'hsn(b2b)': [
    ['84713010', '', 'NOS', 1, '', 18, 100, 18, '', '', ''],
    ['998313', '', '', '', '', 18, 100, 18, '', '', ''],
  ],
  'hsn(b2c)': [
    ['84713010', '', 'NOS', 1, '', 18, 100, 18, '', '', ''],
    ['1006', '', 'KGS', 1, '', 5, 100, 5, '', '', ''],
  ],
  docs: [
    ['Invoices for outward supply', 'A1', 'A9', 9, 0],
    ['Invoices for outward supply', 'B1', 'B9', 9, 0],
    ['Credit Note', 'C1', 'C9', 9, 0],
  ],
}
const blocks = TABLES.filter(({ id }) => id in ROWS).map((table) =>
  block(
    [
      [table.title],
      [''],
      [''],
      table.columns.map(({ header }) => header),
      ...(ROWS[table.id] ?? []),
    ],
    table.sheets[0],
  ),
)
const reading = readWorkbook(blocks, { taxpayer: TAXPAYER, gstin: TAXPAYER.gstin, period: PERIOD })
const sent = wireOf(reading)
const snapshot = snapshotOf(reading, sent)

const said = { error_cd: 'RET191106', error_msg: 'text of the portal' }

/** Where a report lands: `sheet rows columns` counted from the first row and column of data; what it leaves unmatched. */
function landing(report: Record<string, unknown>) {
  const verdict = verdictOf(sent, report, TABLES)
  const problems = problemsOf(verdict, snapshot).filter(({ cells }) => cells.length > 0)
  expect(problems.every(({ facts }) => facts.message === said.error_msg)).toBe(true)
  expect(acceptedOf(sent, verdict)).toHaveLength(sent.length - verdict.refusals.length)
  return {
    cells: problems.map(({ cells }) => {
      const [first] = cells
      const rows = cells.map(({ row }) => row - FIRST_ROW).join('+')
      return `${first?.sheet ?? ''} ${rows} ${first?.columns.join(',') ?? ''}`
    }),
    unmatched: verdict.unmatched,
  }
}

const lands = (report: Record<string, unknown>, cells: readonly string[]) => {
  expect(landing(report)).toEqual({ cells, unmatched: [] })
}

test('all sheets were read without a mistake', () => {
  const errors = reading.sheets.flatMap(({ problems }) =>
    problems.filter(({ severity }) => severity === 'error'),
  )
  expect(errors).toEqual([])
  expect(sent).toHaveLength(15)
})

describe('b2cs: flat rows with their code', () => {
  const row = { sply_ty: 'INTRA', typ: 'OE', pos: '29', rt: 18, txval: 150, csamt: 0 }

  test('land on every row that was added to the entry', () => {
    lands({ b2cs: [{ ...row, ...said }] }, ['b2cs 0+3 0,1,3,2'])
  })

  test('on the column that the code is about', () => {
    lands({ b2cs: [{ ...row, ...said, error_cd: 'RET191175' }] }, ['b2cs 0+3 3'])
    lands({ b2cs: [{ ...row, diff_percent: 0.65, ...said, error_cd: 'RET191112' }] }, ['b2cs 2 1'])
  })

  test('without any code too', () => {
    const verdict = verdictOf(sent, { b2cs: [{ ...row, pos: '32' }] }, TABLES)
    expect(verdict.refusals).toMatchObject([{ key: 'OE|32|1800|100', code: '' }])
  })
})

describe('at and txpd: flat records with their lines', () => {
  const record = { pos: '29', sply_ty: 'INTRA', itms: [{ rt: 18, ad_amt: 100 }], ...said }

  test('land on all rates of the place of supply', () => {
    lands({ at: [record] }, ['at 0+2 0'])
    lands({ txpd: [record] }, ['atadj 0 0'])
    lands({ at: [{ ...record, error_cd: 'RET191175' }] }, ['at 0+2 2'])
  })
})

describe('nil: an object with the code', () => {
  test('around its rows, whatever its amounts are called', () => {
    const inv = [
      { sply_ty: 'INTRAB2B', nil_amt: 1, expt_amt: 2, ngsup_amt: 3 },
      { sply_ty: 'INTRB2B', nil: 1, expt: 2, ngsup: 3 },
    ]
    lands({ nil: { inv, ...said } }, ['exemp 1 0', 'exemp 0 0'])
  })

  test('alone: then it is kept and shown as it is', () => {
    const { cells, unmatched } = landing({ nil: said })
    expect(cells).toEqual([])
    expect(unmatched).toEqual([{ code: said.error_cd, message: said.error_msg }])
  })
})

describe('doc_issue: an object with the code', () => {
  test('around its natures', () => {
    const docs = [{ num: 1, from: 'B1', to: 'B9', totnum: 9, cancel: 0, net_issue: 9 }]
    const doc_det = [
      { doc_num: 1, docs },
      { doc_num: 5, docs: [{ ...docs[0], from: 'c1', to: 'C9' }] },
    ]
    lands({ doc_issue: { doc_det, ...said } }, ['docs 1 0,1,2', 'docs 2 0,1,2'])
  })
})

describe('hsn', () => {
  const laptop = { num: 1, hsn_sc: '84713010', uqc: 'NOS', rt: 18, qty: 1, txval: 100, iamt: 18 }
  const advice = { num: 2, hsn_sc: '998313', uqc: 'NA', rt: 18, qty: 0, txval: 100, iamt: 18 }
  const rice = { num: 1, hsn_sc: '1006', uqc: 'KGS', rt: 5, qty: 1, txval: 100, iamt: 5 }
  const b2b = 'hsn(b2b)'
  const b2c = 'hsn(b2c)'
  const about = { ...said, error_cd: 'RET191353' }

  test('as an object with data', () => {
    lands({ hsn: { data: [advice], ...said } }, [`${b2b} 1 0,2,5`])
  })

  test('as an object with both lists', () => {
    lands({ hsn: { hsn_b2b: [advice], hsn_b2c: [laptop], ...about } }, [`${b2b} 1 2`, `${b2c} 0 2`])
  })

  test('as an array of groups with data', () => {
    const groups = [
      { chksum: 'x', data: [advice], ...about },
      { data: [rice], ...said, error_cd: 'RET191355' },
    ]
    lands({ hsn: groups }, [`${b2b} 1 2`, `${b2c} 1 3`])
  })

  test('as an array of groups with one list each', () => {
    const groups = [
      { hsn_b2b: [laptop, advice], ...about },
      { hsn_b2c: [rice], ...about },
    ]
    lands({ hsn: groups }, [`${b2b} 0 2`, `${b2b} 1 2`, `${b2c} 1 2`])
  })

  test('under its old name', () => {
    lands({ hsnsum: { data: [rice], ...about } }, [`${b2c} 1 2`])
  })

  test('data that stands in both sheets lands on both: the report does not say which', () => {
    lands({ hsn: { data: [laptop], ...about } }, [`${b2b} 0 2`, `${b2c} 0 2`])
  })

  test('rows that nobody sent are kept', () => {
    const { cells, unmatched } = landing({ hsn: { data: [{ ...rice, rt: 12 }], ...said } })
    expect(cells).toEqual([])
    expect(unmatched).toEqual([{ code: said.error_cd, message: said.error_msg }])
  })
})

test('several sections in one report land each on its sheet, and an empty one says nothing', () => {
  lands(
    {
      b2b: [],
      at: [{ pos: '27', sply_ty: 'INTER', itms: [], ...said }],
      nil: { inv: [{ sply_ty: 'INTRB2B' }], ...said },
    },
    ['at 1 0', 'exemp 0 0'],
  )
})
