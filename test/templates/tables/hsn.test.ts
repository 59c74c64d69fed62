// Table 12: supplies by HSN, unit and rate.
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../templates/block.ts'
import type { Paise } from '../../../templates/identifiers.ts'
import { documentsIn, payloadOf } from '../../../templates/payload/payload.ts'
import { toWire } from '../../../templates/payload/wire-document.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { hsnB2b, hsnB2c } from '../../../templates/tables/hsn.ts'
import { tablesOf } from '../../../templates/tables/tables.ts'
import { contextOf, counts, OCTOBER, OWN, told } from '../b2b-sheet.ts'
import { tableSheet } from '../table-sheet.ts'

const laptops = {
  hsn_sc: 84713010,
  user_desc: 'Laptops',
  uqc: 'NOS-NUMBERS',
  qty: 12,
  total: 708_000,
  rt: 18,
  txval: 600_000,
  iamt: 90_000,
  camt: 9_000,
  samt: 9_000,
}
const advice = {
  hsn_sc: '998313',
  user_desc: '',
  uqc: '',
  qty: '',
  total: '',
  txval: 500,
  iamt: '',
  camt: 45,
  samt: 45,
}
const toBusinesses = tableSheet(hsnB2b, laptops)
const toConsumers = tableSheet(hsnB2c, laptops)
const { line, read, problems } = toBusinesses

const head = { gstin: OWN, period: OCTOBER.period }
const payload = (rows: readonly Cell[][]) =>
  payloadOf(head, read(rows).documents.map(toWire), [hsnB2b]).hsn

describe('a list', () => {
  const rows = [
    line(),
    line(advice),
    line({
      user_desc: 'Notebooks',
      uqc: 'Nos.',
      qty: 1.5,
      txval: 1000,
      iamt: 180,
      camt: 0,
      samt: 0,
    }),
    line({ rt: 5, qty: 1, txval: 1000, iamt: 50, camt: '', samt: '' }),
  ]

  test('is numbered through, keyed by code, unit and rate; taxes go out as they are typed', () => {
    expect(payload(rows)).toEqual({
      hsn_b2b: [
        {
          num: 1,
          hsn_sc: '84713010',
          user_desc: 'Laptops',
          uqc: 'NOS',
          rt: 18,
          qty: 13.5,
          txval: 601_000,
          iamt: 90_180,
          camt: 9_000,
          samt: 9_000,
          csamt: 0,
        },
        {
          num: 2,
          hsn_sc: '998313',
          uqc: 'NA',
          rt: 18,
          qty: 0,
          txval: 500,
          iamt: 0,
          camt: 45,
          samt: 45,
          csamt: 0,
        },
        expect.objectContaining({ num: 3, hsn_sc: '84713010', rt: 5, iamt: 50, camt: 0 }),
      ],
    })
  })

  test('takes the first description, and tells the others; a blank one is none', () => {
    const { problems } = read(rows)
    expect(problems.filter(({ code }) => code === 'first-row-wins')).toMatchObject([
      { severity: 'note', facts: { first: 'Laptops', second: 'Notebooks', row: 7 } },
    ])
    const later = read([line(advice), line({ ...advice, user_desc: 'Advice' })])
    expect(later.documents[0]?.fields.user_desc).toBe('Advice')
    expect(told(later)).not.toContain('first-row-wins')
  })

  test('sets its totals row aside, quantities and Total Value included', () => {
    const blank = Object.fromEntries(hsnB2b.columns.map(({ name }) => [name, '']))
    const sums = { ...blank, qty: 24, total: 1_416_000, txval: 1_200_000 }
    expect(counts(read([line(), line({ rt: 5 }), line(sums)]))).toBe(
      '3 = 2 ready + 0 held + 1 aside',
    )
  })

  test('keeps goods that are called totals', () => {
    expect(counts(read([line({ user_desc: 'Total station' })]))).toBe(
      '1 = 1 ready + 0 held + 0 aside',
    )
  })
})

test('both lists make one section', () => {
  const blocks = [toConsumers.block([line(advice)]), toBusinesses.block([line()])]
  const { sheets } = readWorkbook(blocks, OCTOBER, [hsnB2b, hsnB2c])
  const sent = sheets.flatMap(({ documents }) => documents.map(toWire))
  const json = payloadOf(head, sent, [hsnB2b, hsnB2c])
  expect(json.hsn).toMatchObject({
    hsn_b2b: [{ num: 1, hsn_sc: '84713010' }],
    hsn_b2c: [{ num: 1, hsn_sc: '998313' }],
  })
  expect(documentsIn(hsnB2b, json).map(({ key }) => key)).toEqual(['84713010|NOS|1800'])
  expect(documentsIn(hsnB2c, json).map(({ key }) => key)).toEqual(['998313|NA|1800'])
})

test('consumers’ supplies may bear a rate without tax, as exports under bond do', () => {
  const { problems } = toConsumers
  expect(problems({ iamt: '', camt: '', samt: '' })).toEqual([])
})

test('the two sheets exist from May 2025', () => {
  expect(tablesOf(OCTOBER.period)).toEqual(expect.arrayContaining([hsnB2b, hsnB2c]))
  expect(tablesOf(contextOf('052025').period)).toContain(hsnB2b)
  expect(tablesOf(contextOf('042025').period)).not.toContain(hsnB2b)
})

describe('the number of digits', () => {
  const context = (turnover?: number) => ({
    ...OCTOBER,
    taxpayer: {
      ...OCTOBER.taxpayer,
      ...(turnover !== undefined && { turnover: turnover as Paise }),
    },
  })
  const FIVE_CRORE = 5_00_00_000_00

  test.each([
    ['four', 'up to five crore', 8471, FIVE_CRORE, []],
    ['four', 'where the turnover is not known', 8471, undefined, []],
    ['four', 'above five crore', 8471, FIVE_CRORE + 1, ['hsn-too-short error hsn_sc']],
    ['six', 'above five crore', 847130, FIVE_CRORE + 1, []],
  ])('%s, %s', (_digits, _turnover, hsn_sc, turnover, expected) => {
    expect(problems({ hsn_sc }, context(turnover))).toEqual(expected)
  })
})

describe('a service', () => {
  const service = (cells: Parameters<typeof line>[0]) => problems({ ...advice, ...cells })

  test('has neither unit nor quantity, whether typed so or left blank', () => {
    expect(service({})).toEqual([])
    expect(service({ uqc: 'NA', qty: 0 })).toEqual([])
  })

  test('with a quantity or a unit is held back', () => {
    expect(service({ qty: 3 })).toEqual(['service-with-quantity error qty'])
    expect(service({ uqc: 'OTH-OTHERS' })).toEqual(['service-with-unit error uqc'])
  })
})

test.each([
  ['goods without a unit', { uqc: '' }, 'goods-without-unit error uqc'],
  ['goods without a quantity', { qty: '' }, 'goods-without-quantity warning qty'],
  ['unequal halves', { samt: 8_999 }, 'halves-differ warning camt,samt'],
  ['an unknown unit', { uqc: 'Kaner' }, 'uqc-unknown error uqc'],
  ['words for a code', { hsn_sc: 'laptop' }, 'hsn-not-digits error hsn_sc'],
  ['a code of two digits', { hsn_sc: 84 }, 'hsn-length error hsn_sc'],
  ['a lost zero', { hsn_sc: 1012100 }, 'hsn-zero-restored warning hsn_sc'],
  ['a quantity with its unit', { qty: '12 nos' }, 'quantity-not-a-number error qty'],
  ['three decimals', { qty: 1.255 }, 'quantity-rounded warning qty'],
  ['a rate that ended', { rt: 12 }, 'rate-out-of-period warning rt'],
  ['cess after its end', { csamt: 1 }, 'cess-after-its-end warning csamt'],
  ['14 digits', { txval: 10 ** 13 }, 'amount-too-large error txval'],
])('%s is told on its cell', (_what, cells, problem) => {
  expect(problems(cells)).toEqual([problem])
})

test('goods may come back: quantity and amounts below zero', () => {
  expect(problems({ qty: -1, txval: -100, iamt: -18, camt: 0, samt: 0 })).toEqual([])
})

test('a sheet without its tax columns is not read as one without tax', () => {
  const named = hsnB2b.columns.filter(({ name }) => name !== 'iamt')
  const rows = [named.map(({ header }) => header)]
  const sheet = { ...toBusinesses.block([]), values: rows }
  const { notRead } = readWorkbook([sheet], OCTOBER, [hsnB2b])
  expect(notRead.map(({ problem }) => problem.code)).toEqual(['sheet-columns-missing'])
})
