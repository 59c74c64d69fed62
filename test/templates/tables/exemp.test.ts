// Table 8: nil-rated, exempt and non-GST supplies.
import { describe, expect, test } from 'vitest'
import { documentsIn, payloadOf } from '../../../templates/payload/payload.ts'
import { amountsOf, fromWire, toWire } from '../../../templates/payload/wire-document.ts'
import { exemp } from '../../../templates/tables/exemp.ts'
import { block, counts, OCTOBER, onlySheet, OWN, told } from '../b2b-sheet.ts'
import { tableSheet } from '../table-sheet.ts'

const { line, read, problems } = tableSheet(exemp, {
  sply_ty: 'Intra-State supplies to unregistered persons',
  nil_amt: 5200,
})

const payload = (...rows: Parameters<typeof line>[0][]) =>
  payloadOf(
    { gstin: OWN, period: OCTOBER.period },
    read(rows.map((cells) => line(cells))).documents.map(toWire),
    [exemp],
  ).nil

test('goes out as one list, blanks as zero', () => {
  expect(
    payload(
      {},
      {
        sply_ty: 'Inter-State supplies to registered persons',
        nil_amt: '',
        expt_amt: 31_000,
        ngsup_amt: -0.5,
      },
    ),
  ).toEqual({
    inv: [
      { sply_ty: 'INTRAB2C', nil_amt: 5200, expt_amt: 0, ngsup_amt: 0 },
      { sply_ty: 'INTRB2B', nil_amt: 0, expt_amt: 31_000, ngsup_amt: -0.5 },
    ],
  })
})

test.each([
  ['Inter-State supplies to registered persons', 'INTRB2B'],
  ['Intra-State supplies to registered persons', 'INTRAB2B'],
  ['Inter-State supplies to unregistered persons', 'INTRB2C'],
  ['Intra-State supplies to unregistered persons', 'INTRAB2C'],
  ['INTER STATE SUPPLIES TO UN-REGISTERED PERSONS', 'INTRB2C'],
  ['Inter–State supply to registered person ', 'INTRB2B'],
  ['intrab2c', 'INTRAB2C'],
])('“%s” is %s', (sply_ty, wire) => {
  expect(payload({ sply_ty })).toMatchObject({ inv: [{ sply_ty: wire }] })
})

test('the template’s four descriptions without amounts are four entries of zero', () => {
  const blank = { nil_amt: '' }
  const rows = exemp.columns[0]?.kind.labels?.map((sply_ty) => ({ ...blank, sply_ty })) ?? []
  expect(payload(...rows)).toMatchObject({ inv: rows.map(() => ({ nil_amt: 0, expt_amt: 0 })) })
})

test('rows of one description are added, and told', () => {
  const sheet = read([line(), line({ nil_amt: 0.1, expt_amt: 7 })])
  expect(told(sheet)).toEqual(['rows-added 0,1'])
  expect(sheet.documents[0]?.lines).toEqual([{ nil_amt: 520_010, expt_amt: 700, ngsup_amt: 0 }])
})

test('counts the sum of its three amounts, and no tax', () => {
  const [document] = read([line({ expt_amt: 10, ngsup_amt: 0.05 })]).documents
  expect(document && amountsOf(exemp, toWire(document))).toEqual({
    count: 1,
    txval: 521_005,
    iamt: 0,
    camt: 0,
    samt: 0,
    csamt: 0,
  })
})

test('a totals row is set aside', () => {
  const rows = [line(), line({ sply_ty: 'Inter-State supplies to registered persons' })]
  const total = line({ sply_ty: 'Total', nil_amt: 10_400 })
  expect(counts(read([...rows, total]))).toBe('3 = 2 ready + 0 held + 1 aside')
  expect(counts(read([...rows, line({ sply_ty: '', nil_amt: 10_400 })]))).toBe(
    '3 = 2 ready + 0 held + 1 aside',
  )
})

describe('the header', () => {
  const sheet = (headers: string[], sheet = 'exemp') =>
    block([headers, ['Inter-State supplies to registered persons', 1, 2, 3]], { sheet })
  const ours = exemp.columns.map(({ header }) => header)

  test('may be Tally’s', () => {
    const tally = ['Description', 'Nil Rated Supplies']
    const headers = [
      ...tally,
      'Exempted (other than nil rated/non GST supply )',
      'Non-GST supplies',
    ]
    expect(onlySheet([sheet(headers)], OCTOBER, [exemp]).documents[0]?.lines).toEqual([
      { nil_amt: 100, expt_amt: 200, ngsup_amt: 300 },
    ])
  })

  test('must have all three amounts: what stands below an unknown header would be lost', () => {
    const headers = ours.with(3, 'Others')
    expect(() => onlySheet([sheet(headers)], OCTOBER, [exemp])).toThrow(/sheet-columns-missing/)
  })

  test('with a description alone is no table 8', () => {
    const notes = block([['Description'], ['x']], { sheet: 'Notes' })
    expect(() => onlySheet([notes], OCTOBER, [exemp])).toThrow(/sheet-is-no-table/)
  })
})

test.each([
  ['another description', { sply_ty: 'Exports' }, 'exempt-supply-unknown error sply_ty'],
  ['none', { sply_ty: '' }, 'cell-missing error sply_ty'],
  ['words', { expt_amt: 'nil' }, 'amount-not-a-number error expt_amt'],
])('%s is told on its cell', (_what, cells, problem) => {
  expect(problems(cells)).toEqual([problem])
})

test('the portal’s answer is an object', () => {
  const answer = {
    nil: { chksum: 'x', inv: [{ sply_ty: 'INTRB2C', nil_amt: '1.50', expt_amt: 0, ngsup_amt: 2 }] },
  }
  const [back] = documentsIn(exemp, answer)
  expect(back && fromWire(exemp, back)).toMatchObject({
    key: 'INTRB2C',
    lines: [{ nil_amt: 150, expt_amt: 0, ngsup_amt: 200 }],
  })
})
