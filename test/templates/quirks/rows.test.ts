// What accountants have in rows: repeated, half filled, totals, hidden, formulas, signs.
import { expect, test } from 'vitest'
import { b2cs } from '../../../templates/tables/b2cs.ts'
import { cdnr } from '../../../templates/tables/cdnr.ts'
import {
  below,
  counts,
  FIRST,
  line,
  NEIGHBOUR,
  FAR,
  onlyDocument,
  onlySheet,
  readRows,
  sheetOf,
  told,
} from '../b2b-sheet.ts'
import { tableSheet } from '../table-sheet.ts'
import { invoiceWith } from './invoice-with.ts'

const five = { rt: 5, txval: 2000 }

test('Q16 one number under two GSTINs holds back both', () => {
  const sheet = readRows([line(), line({ ctin: FAR, pos: '27' })])
  expect(told(sheet, 'error')).toEqual(['number-under-two-parties 0,1'])
  expect(counts(sheet)).toBe('2 = 0 ready + 2 held + 0 aside')
})

test('Q17 the same invoice and rate in two rows: neither added nor dropped, but asked', () => {
  const sheet = readRows([line(), line({ txval: 500 })])
  expect(told(sheet, 'error')).toEqual(['line-repeated 0,1'])
  expect(sheet.documents).toEqual([])
})

test('Q18 two values of one invoice: both rows are red, and every row is to carry the whole value', () => {
  const sheet = readRows([line(), line({ ...five, val: 2100 })])
  expect(sheet.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
    { code: 'values-disagree', facts: { first: '11800', second: '2100' } },
  ])
  expect(counts(sheet)).toBe('2 = 0 ready + 2 held + 0 aside')
})

test('Q19 number, date and GSTIN on the first row of an invoice only: the rows below continue it, with a note', () => {
  const sheet = readRows([line({ val: 13_900 }), below(five)])
  expect(onlyDocument(sheet).lines).toHaveLength(2)
  expect(told(sheet)).toEqual(['row-continues-above 1'])
})

test('Q19 a row with a number but without GSTIN continues nothing', () => {
  expect(told(readRows([line(), below({ ...five, inum: 'KT/2' })]), 'error')).toContain(
    'cell-missing 1',
  )
})

test.each([
  ['Total', below({ ctin: 'Total', txval: 15_000 })],
  ['Grand Total', below({ inum: 'Grand Total', txval: 15_000 })],
  ['no word, but the sum', below({ txval: 15_000 })],
])('Q20 a totals row at the bottom (%s) is set aside, and told', (_what, total) => {
  const sheet = readRows([line({ inum: '1' }), line({ inum: '2', txval: 5000, val: 5900 }), total])
  expect(told(sheet)).toEqual(['row-is-total 2'])
  expect(counts(sheet)).toBe('3 = 2 ready + 0 held + 1 aside')
})

test('Q20 a sum without state is no entry of b2cs', () => {
  const sheet = tableSheet(b2cs, { typ: 'OE', pos: '29', rt: 18, txval: 100 })
  const reading = sheet.read([sheet.line(), sheet.line({ pos: '27' }), sheet.below({ txval: 200 })])
  expect(reading.documents).toHaveLength(2)
  expect(told(reading)).toEqual(['row-is-total 2'])
})

test('Q21 blank rows between: a mistake keeps the row number that Excel shows', () => {
  const sheet = readRows([line(), below({}), below({}), line({ inum: 'KT/2', rt: 17 })])
  expect(sheet.problems[0]?.cells[0]?.row).toBe(FIRST + 3)
})

test('Q22 hidden and filtered rows and hidden sheets are read, and counted', () => {
  const sheet = onlySheet([sheetOf([line()], { hiddenRows: 1, hiddenSheet: true })])
  expect(sheet.rows).toMatchObject({ hidden: true, hiddenRows: 1 })
  expect(sheet.documents).toHaveLength(1)
})

test('Q23 a formula’s error is an error, and one that was never calculated asks for Excel', () => {
  expect(invoiceWith({ txval: '#REF!' }).told).toEqual(['error cell-error'])
  expect(invoiceWith({ inum: '#N/A' }).told).toEqual(['error cell-error'])
  expect(invoiceWith({ txval: '#UNCALCULATED!' }).told).toEqual(['error cell-not-calculated'])
})

test('Q24 a negative invoice is refused; b2cs is net of returns and takes it', () => {
  expect(invoiceWith({ txval: -10_000 }).told).toEqual(['error amount-negative'])
  const sheet = tableSheet(b2cs, { typ: 'OE', pos: '29', rt: 18, txval: -100 })
  expect(sheet.problems({})).toEqual([])
})

test('Q25 a credit note with a negative amount is refused, and the amount without its minus offered', () => {
  const sheet = tableSheet(cdnr, {
    ctin: NEIGHBOUR,
    nt_num: 'C1',
    nt_dt: '09-Oct-2026',
    ntty: 'C',
    pos: '29',
    rchrg: 'N',
    inv_typ: 'Regular',
    val: 1180,
    rt: 18,
    txval: -1000,
  })
  expect(sheet.read([sheet.line()]).problems).toMatchObject([
    { code: 'note-amount-negative', severity: 'error', facts: { positive: 100_000 } },
  ])
})
