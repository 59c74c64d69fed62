// The totals of HSN and of the documents they sum up: registered and other recipients apart, credit notes taken off, and
// nothing is said where part of what is summed up cannot be known.
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { b2b, b2ba } from '../../../templates/tables/b2b.ts'
import { b2cs } from '../../../templates/tables/b2cs.ts'
import { cdnr } from '../../../templates/tables/cdnr.ts'
import { exemp } from '../../../templates/tables/exemp.ts'
import { hsnB2b, hsnB2c } from '../../../templates/tables/hsn.ts'
import { block, contextOf, NEIGHBOUR, OCTOBER } from '../b2b-sheet.ts'
import { missingFacts } from '../problems/missing-facts.ts'
import { tableSheet, type Cells } from '../table-sheet.ts'

const dated = { idt: '09-Oct-2026', nt_dt: '09-Oct-2026', oidt: '09-Sep-2026' }
const home = { ctin: NEIGHBOUR, pos: '29-Karnataka', inv_typ: 'Regular B2B', rchrg: 'N', rt: 18 }
const entry = { hsn_sc: 8471, uqc: 'NOS', qty: 1, rt: 18 }
const sheets = {
  b2b: tableSheet(b2b, { ...home, ...dated, inum: 'A1', val: 11_800, txval: 10_000 }),
  b2ba: tableSheet(b2ba, {
    ...home,
    ...dated,
    idt: '09-Sep-2026',
    inum: 'A0',
    oinum: 'A0',
    val: 118,
    txval: 100,
  }),
  cdnr: tableSheet(cdnr, { ...home, ...dated, nt_num: 'C1', ntty: 'C', val: 1180, txval: 1000 }),
  b2cs: tableSheet(b2cs, { typ: 'OE', pos: '29-Karnataka', rt: 18, txval: 500 }),
  exemp: tableSheet(exemp, {
    sply_ty: 'Intra-State supplies to registered persons',
    nil_amt: 300,
    expt_amt: 20,
    ngsup_amt: 7000,
  }),
  'hsn(b2b)': tableSheet(hsnB2b, { ...entry, txval: 9000, camt: 810, samt: 810 }),
  'hsn(b2c)': tableSheet(hsnB2c, { ...entry, txval: 500, camt: 45, samt: 45 }),
}
type Sheets = Partial<Record<keyof typeof sheets, readonly Cells[]>>

/** An invoice of ₹10,000 and a credit note of ₹1,000, and what is sold to consumers: all of it in HSN. */
const WHOLE: Sheets = { b2b: [{}], cdnr: [{}], b2cs: [{}], 'hsn(b2b)': [{}], 'hsn(b2c)': [{}] }

const told = (of: Sheets, context = OCTOBER) =>
  readWorkbook(
    Object.entries(of).map(([id, rows]) => {
      const sheet = sheets[id as keyof typeof sheets]
      return sheet.block(rows.map((cells) => sheet.line(cells)))
    }),
    context,
  ).sheets.flatMap(({ problems }) => problems.filter(({ code }) => /^hsn-.*-differs$/.test(code)))

test('all is well where HSN is the sum of its documents, less the credit notes', () => {
  expect(told(WHOLE)).toEqual([])
})

test('taxable value and tax are told apart, each with both totals, as a warning', () => {
  const problems = told({ ...WHOLE, 'hsn(b2b)': [{ txval: 10_000, camt: 900, samt: 900 }] })
  expect(problems).toMatchObject([
    {
      code: 'hsn-taxable-differs',
      severity: 'warning',
      facts: { sheet: 'hsn(b2b)', hsn: 1_000_000, documents: 900_000 },
    },
    { code: 'hsn-tax-differs', severity: 'warning', facts: { hsn: 180_000, documents: 162_000 } },
  ])
  expect(problems.flatMap(missingFacts)).toEqual([])
})

test('what is sold to consumers does not make up for what is sold to registered persons', () => {
  const swapped: Sheets = { ...WHOLE, 'hsn(b2b)': [{ txval: 8900 }], 'hsn(b2c)': [{ txval: 600 }] }
  expect(told(swapped).map(({ code, facts }) => `${code} ${facts.sheet ?? ''}`)).toEqual([
    'hsn-taxable-differs hsn(b2b)',
    'hsn-taxable-differs hsn(b2c)',
  ])
})

test('an HSN sheet that is still empty is told of, once there are documents', () => {
  expect(told({ ...WHOLE, 'hsn(b2b)': [] }).map(({ facts }) => facts.hsn)).toEqual([0, 0])
})

test('nil-rated and exempt supplies have an HSN, those outside GST have none', () => {
  const free = { rt: 0, txval: 320, camt: 0, samt: 0 }
  expect(told({ ...WHOLE, exemp: [{}], 'hsn(b2b)': [{}, free] })).toEqual([])
})

test('paise of rounding are no difference, two rupees are', () => {
  expect(told({ ...WHOLE, 'hsn(b2b)': [{ camt: 810.4, samt: 810.4 }] })).toEqual([])
  expect(told({ ...WHOLE, 'hsn(b2b)': [{ camt: 811, samt: 811 }] })).toHaveLength(1)
})

describe('nothing is compared', () => {
  const wrong = { txval: 1 }
  test.each<[string, Sheets]>([
    ['without an HSN sheet', { b2b: [{}], cdnr: [{}] }],
    ['without any sheet of documents', { 'hsn(b2b)': [wrong] }],
    ['while a row of a document is held back', { b2b: [{}, { inum: 'A_2' }], 'hsn(b2b)': [wrong] }],
    ['while a row of HSN is held back', { b2b: [{}], 'hsn(b2b)': [wrong, { hsn_sc: 'x' }] }],
    ['where something is amended', { b2b: [{}], b2ba: [{}], 'hsn(b2b)': [wrong] }],
  ])('%s', (_when, of) => {
    expect(told(of)).toEqual([])
  })

  test('while a sheet of documents cannot be read', () => {
    const { sheets: read } = readWorkbook(
      [
        sheets['hsn(b2b)'].block([sheets['hsn(b2b)'].line()]),
        sheets.b2b.block([sheets.b2b.line()]),
        block([['x']], { sheet: 'cdnr' }),
      ],
      OCTOBER,
    )
    expect(read.flatMap(({ problems }) => problems)).toEqual([])
  })

  test('before May 2025, when HSN had one list', () => {
    const context = contextOf('042025')
    expect(told({ b2b: [{ idt: '09-Apr-2025' }], 'hsn(b2b)': [{ txval: 1 }] }, context)).toEqual([])
  })
})
