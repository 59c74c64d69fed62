// What accountants write where the template has a list: types, yes and no, units, codes, months.
import { expect, test } from 'vitest'
import type { Cell } from '../../../templates/block.ts'
import { b2csa } from '../../../templates/tables/b2cs.ts'
import { exemp } from '../../../templates/tables/exemp.ts'
import { hsnB2b } from '../../../templates/tables/hsn.ts'
import { FAR, told } from '../b2b-sheet.ts'
import { tableSheet } from '../table-sheet.ts'
import { HELD_BACK, invoiceWith } from './invoice-with.ts'

const goods = tableSheet(hsnB2b, {
  hsn_sc: 8471,
  uqc: 'NOS-NUMBERS',
  qty: 1,
  rt: 18,
  txval: 100,
  iamt: 18,
})
const oneOf = (sheet: typeof goods, cells: Record<string, Cell>) => {
  const { documents, problems } = sheet.read([sheet.line(cells)])
  return {
    fields: { ...documents[0]?.fields, ...documents[0]?.lines[0] },
    told: problems.map(({ code, severity }) => `${severity} ${code}`),
  }
}

test.each([
  ['Regular', 'R'],
  ['R', 'R'],
  ['SEZ with payment', 'SEWP'],
  ['SEWP', 'SEWP'],
  ['Deemed Exports', 'DE'],
])('Q26 the invoice type %s is %s', (inv_typ, type) => {
  expect(invoiceWith({ inv_typ, ctin: FAR, pos: '27' }).fields.inv_typ).toBe(type)
})

test('Q26 a sale from a bonded warehouse is CBW, and any other type is refused', () => {
  const bonded = invoiceWith({ inv_typ: 'Sale from Bonded WH', rchrg: 'Y' })
  expect(bonded.fields).toMatchObject({ inv_typ: 'CBW', iamt: 180_000 })
  expect(invoiceWith({ inv_typ: 'Export' }).told).toEqual(['error invoice-type-unknown'])
})

test.each<[Cell, string]>([
  ['No', 'N'],
  ['Yes', 'Y'],
  ['0', 'N'],
  [false, 'N'],
  ['', 'N'],
])('Q27 reverse charge %j is %s', (rchrg, letter) => {
  expect(invoiceWith({ rchrg })).toMatchObject({ fields: { rchrg: letter }, told: [] })
})

test.each(['65.00', '65%', '65 %', 0.65])(
  'Q28 the applicable percentage %s is 65',
  (diff_percent) => {
    expect(invoiceWith({ diff_percent, val: 11_170 })).toMatchObject({
      fields: { diff_percent: 65 },
      told: [],
    })
  },
)

test('Q28 100 is the whole tax, and anything else is refused, not dropped', () => {
  expect(invoiceWith({ diff_percent: 100 }).fields.diff_percent).toBe(100)
  expect(invoiceWith({ diff_percent: 'yes' })).toEqual({
    fields: HELD_BACK,
    told: ['error percent-unknown'],
  })
})

test('Q29 an e-commerce GSTIN beside an invoice is left out, with a warning; the invoice goes', () => {
  const { fields, told: words } = invoiceWith({ etin: '29AAECE7731J1CM' })
  expect(words).toEqual(['warning column-not-sent'])
  expect(fields).toMatchObject({ inum: 'KT/26-27/0412' })
  expect(fields).not.toHaveProperty('etin')
})

test.each([
  ['NOS', 'NOS'],
  ['Nos.', 'NOS'],
  ['Kg', 'KGS'],
  ['PCS-PIECES', 'PCS'],
  ['Ltr', 'LTR'],
])('Q30 the unit %s is %s', (uqc, code) => {
  expect(oneOf(goods, { uqc }).fields.uqc).toBe(code)
})

test('Q30 a blank unit is NA: right for a service, an error for goods; an unknown one is refused', () => {
  expect(oneOf(goods, { hsn_sc: '998313', uqc: '', qty: 0 })).toMatchObject({
    fields: { uqc: 'NA' },
    told: [],
  })
  expect(oneOf(goods, { uqc: '' }).told).toEqual(['error goods-without-unit'])
  expect(oneOf(goods, { uqc: 'Heaps' }).told).toEqual(['error uqc-unknown'])
})

test.each([
  [402, '0402', 'warning hsn-zero-restored'],
  [84.1, '8410', 'warning hsn-zero-restored'],
  ['84.71', '8471', 'note hsn-tidied'],
  ['8471 30', '847130', 'note hsn-tidied'],
])('Q31 the HSN code %s is %s, and that is told', (hsn_sc, code, word) => {
  expect(oneOf(goods, { hsn_sc })).toMatchObject({ fields: { hsn_sc: code }, told: [word] })
})

test('Q32 one HSN code at two rates is two entries', () => {
  const sheet = goods.read([goods.line(), goods.line({ rt: 5, iamt: 5 })])
  expect(sheet.documents.map(({ fields }) => fields.rt)).toEqual([1800, 500])
  expect(told(sheet)).toEqual([])
})

test.each([
  'Inter-State supplies to registered persons',
  'Inter State Supplies To Registered Persons',
  'inter–state supply to registered person',
])('Q33 “%s” is the description of the list', (sply_ty) => {
  const sheet = tableSheet(exemp, { sply_ty, nil_amt: 1, expt_amt: 0, ngsup_amt: 0 })
  expect(sheet.read([sheet.line()]).documents[0]?.fields.sply_ty).toBe('INTRB2B')
})

test.each([
  ['July', '07', []],
  ['jul', '07', []],
  ['Apr-Jun', '06', []],
  ['Jul-26', '07', ['month-with-year 0']],
])('Q34 the month %s is %s', (month, code, words) => {
  const sheet = tableSheet(b2csa, { fy: '2026-27', typ: 'OE', pos: '29', rt: 18, txval: 100 })
  const reading = sheet.read([sheet.line({ month })])
  expect(reading.documents[0]?.fields.month).toBe(code)
  expect(told(reading)).toEqual(words)
})
