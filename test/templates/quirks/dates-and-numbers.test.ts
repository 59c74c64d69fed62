// What accountants have in cells of dates, parties, rates, amounts and numbers, and what must happen.
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../templates/block.ts'
import { serialOf } from '../../../templates/columns/date.ts'
import { fixesOf } from '../../../templates/fixing/fixes.ts'
import { contextOf, FAR, line, NEIGHBOUR, OCTOBER, readRows, sheetOf, told } from '../b2b-sheet.ts'
import { HELD_BACK, invoiceWith } from './invoice-with.ts'

const OCT_9 = serialOf('2026-10-09')

test.each([
  ['14-10-2026', '2026-10-14', ['note date-from-text']],
  ['14/10/2026', '2026-10-14', ['note date-from-text']],
  ['2026-10-14', '2026-10-14', []],
  ['10/14/2026', undefined, ['error date-not-a-date']],
  ['07/08/2026', undefined, ['error date-two-ways']],
])(
  'Q1 a date typed as text, %s: day first, never month first, no guess between two',
  (cell, day, words) => {
    const { fields, told } = invoiceWith({ idt: cell })
    expect(fields.idt).toBe(day)
    expect(told.filter((word) => word.includes('date-') && !word.endsWith('period'))).toEqual(words)
  },
)

test('Q2 a true date shown as dd/mm/yyyy or with its time: the day it holds', () => {
  const formats = ['dd/mm/yyyy', 'dd/mmm/yy', 'dd-mm-yyyy hh:mm']
  for (const idt of formats) {
    expect(invoiceWith({ idt: OCT_9 + 0.6 }, { idt })).toMatchObject({
      fields: { idt: '2026-10-09' },
      told: [],
    })
  }
})

test('Q3 a date that is a bare number: its day since GST began, else no date', () => {
  expect(invoiceWith({ idt: 46304 }, { idt: '0' }).fields.idt).toBe('2026-10-09')
  expect(invoiceWith({ idt: 2026 }, { idt: '0' }).told).toEqual(['error date-not-a-date'])
})

test('Q3 a document of an earlier month is legal, and worth a look', () => {
  expect(told(readRows([line({ idt: '30-Sep-2026' })]))).toEqual(['date-before-period 0'])
  expect(told(readRows([line({ idt: '30-Sep-2026' })], contextOf('092026')))).toEqual([])
})

test('Q4 a misspelt month, 14-Ocr-2026, is no date', () => {
  expect(invoiceWith({ idt: '14-Ocr-2026' })).toEqual({
    fields: HELD_BACK,
    told: ['error date-not-a-date'],
  })
})

test('Q5 a year of two digits, 14-Oct-26, is of this century', () => {
  expect(invoiceWith({ idt: '14-Oct-26' }).fields.idt).toBe('2026-10-14')
})

test.each([
  ['small letters', NEIGHBOUR.toLowerCase(), ['note gstin-tidied']],
  ['inner spaces', NEIGHBOUR.replace('AAB', ' AAB '), ['note gstin-tidied']],
  ['a no-break space', `\u00a0${NEIGHBOUR}`, []],
  ['an apostrophe', `'${NEIGHBOUR}`, []],
])(
  'Q6 a GSTIN with %s is the GSTIN; what stands in it is changed with a note',
  (_what, ctin, told) => {
    expect(invoiceWith({ ctin })).toMatchObject({ fields: { ctin: NEIGHBOUR }, told })
  },
)

test.each([
  ['Maharashtra', '27'],
  ['27', '27'],
  [27, '27'],
  ['27 - Maharashtra', '27'],
  ['Maharashtra-27', '27'],
  ['MH', '27'],
  ['Orissa', '21'],
  ['Pondicherry', '34'],
  ['Dadra and Nagar Haveli', '26'],
])(
  'Q7 a place of supply written %s is state %s, told where only its name stands there',
  (pos, code) => {
    const { fields, told } = invoiceWith({ pos, ctin: FAR })
    expect(fields.pos).toBe(code)
    expect(told).toEqual(/\d/.test(String(pos)) ? [] : ['note pos-from-name'])
  },
)

test('Q7 code 28, which was never offered, is refused, and merged 25 is worth a look', () => {
  expect(invoiceWith({ pos: '28-Andhra Pradesh' }).told).toEqual(['error pos-unknown'])
  expect(invoiceWith({ pos: 'Daman & Diu', ctin: FAR }).told).toContain('warning pos-retired')
})

test.each([
  ['18%', 'General', []],
  ['18.00', '@', []],
  [0.18, '0%', []],
  [0.18, 'General', ['note rate-from-fraction']],
  ['0.18', '@', ['note rate-from-fraction']],
])('Q8 a rate written %s (%s) is 18', (rt, format, told) => {
  expect(invoiceWith({ rt }, { rt: format })).toMatchObject({ fields: { rt: 1800 }, told })
})

test('Q8 0.25 stays a rate; 0.4 and 0.03 alone may be either, so nobody guesses', () => {
  expect(invoiceWith({ rt: 0.25, val: 10_025 }).fields.rt).toBe(25)
  expect(invoiceWith({ rt: 0.4 }).told).toEqual(['error rate-unknown'])
  expect(invoiceWith({ rt: 0.03 }).told).toEqual(['error rate-unknown'])
})

describe('Q8 the whole column decides what 0.4 and 0.03 are', () => {
  const ratesOf = (...rates: Cell[]) => {
    const { documents, problems } = readRows(
      rates.map((rt, i) => line({ rt, inum: `A-${i}`, val: 10_000 })),
    )
    return {
      rates: documents.map(({ lines }) => lines[0]?.rt),
      told: problems.filter(({ code }) => code.startsWith('rate-')).map(({ code }) => code),
    }
  }
  const fraction = 'rate-from-fraction'

  test('beside certain fractions they are fractions, and told', () => {
    expect(ratesOf(0.4, 0.18, '0.03', 0)).toEqual({
      rates: [4000, 1800, 300, 0],
      told: [fraction, fraction, fraction],
    })
  })

  test('what may be a rate in its own right stays one, also among fractions', () => {
    expect(ratesOf(0.25, 0.1, 0.18).rates).toEqual([25, 10, 1800])
  })

  test('beside a percentage, before or behind them, they are a mistake', () => {
    expect(ratesOf(18, 0.18, 0.4)).toEqual({
      rates: [1800, 1800],
      told: [fraction, 'rate-unknown'],
    })
    expect(ratesOf(0.4, 0.18, '5%').told).toEqual(['rate-unknown', fraction])
  })

  test('no fraction is certain: they stay open', () => {
    expect(ratesOf(0.4, 0.03, 0.25, 'none').told).toEqual(Array(3).fill('rate-unknown'))
  })

  test('and all of them are mended at once', () => {
    const block = sheetOf([line({ rt: 0.4 }), line({ rt: 0.05, inum: 'A-2' })])
    const { fixes } = fixesOf([block], OCTOBER, { cause: { code: fraction, column: 'Rate' } })
    expect(fixes.map(({ becomes }) => becomes)).toEqual([40, 5])
  })
})

test('Q9 half a rate, 9 for CGST alone, is refused, and the whole one offered', () => {
  const { problems } = readRows([line({ rt: 9 })])
  expect(problems).toMatchObject([
    { code: 'rate-is-half', severity: 'error', facts: { whole: 18 } },
  ])
})

test.each(['10,000.00', '₹ 10,000', 'Rs. 10000', '10,000.00 Cr'])(
  'Q10 an amount as text, %s, is the amount, with a note',
  (txval) => {
    expect(invoiceWith({ txval })).toMatchObject({
      fields: { txval: 1_000_000 },
      told: ['note amount-from-text'],
    })
  },
)

test('Q10 a number shown with commas is what it holds, and brackets are a minus', () => {
  const cells = { val: 14_567_901.39, txval: 12_345_678.5 }
  const formats = { val: '#,##0.00', txval: '#,##0.00' }
  expect(invoiceWith(cells, formats)).toMatchObject({ fields: { txval: 1_234_567_850 }, told: [] })
  expect(invoiceWith({ txval: '(10,000)' }).told).toEqual(['error amount-negative'])
})

test('Q10a an amount that its cell shows rounded goes with its paise, and that is told', () => {
  expect(invoiceWith({ txval: 10_000.4, val: 11_800.47 }, { txval: '#,##0' })).toMatchObject({
    fields: { txval: 1_000_040 },
    told: ['warning amount-shown-rounded'],
  })
})

test('Q11 three decimals are rounded half-up with a warning, the noise of a formula without', () => {
  expect(invoiceWith({ txval: 10_000.005 })).toMatchObject({
    fields: { txval: 1_000_001 },
    told: ['warning amount-rounded'],
  })
  expect(invoiceWith({ csamt: 0.1 + 0.2 }).told).not.toContain('warning amount-rounded')
})

test.each([
  [7, '0000', '0007'],
  [412, 'General', '412'],
])('Q12 an invoice number in a number cell, %d shown by %s, is %s', (inum, format, number) => {
  expect(invoiceWith({ inum }, { inum: format })).toMatchObject({
    fields: { inum: number },
    told: [],
  })
})

test.each(['1E+05', '1.47E+18', 1.47333900093493e18])(
  'Q12 an invoice number that Excel has cut, %s, is refused: its digits are gone',
  (inum) => {
    expect(invoiceWith({ inum })).toEqual({ fields: HELD_BACK, told: ['error number-lost-digits'] })
  },
)

test.each(['INV 412', 'INV_412', 'INV.412', '#412', 'INV\\412', 'A&B/412'])(
  'Q13 the invoice number %s is refused with a suggestion, and nothing of it is altered',
  (inum) => {
    const { problems, documents } = readRows([line({ inum })])
    expect(problems).toMatchObject([{ code: 'number-characters', facts: { found: inum } }])
    expect(problems[0]?.facts.try).toMatch(/^[A-Z0-9/-]+$/)
    expect(documents).toEqual([])
  },
)

test('Q13 an invoice number of 17 characters is refused, never cut', () => {
  expect(invoiceWith({ inum: 'INV/2026-27/00412' }).told).toEqual(['error number-too-long'])
})

test.each(['0', '000', 0])('Q14 the invoice number %j is none', (inum) => {
  expect(invoiceWith({ inum }).told).toEqual(['error number-zero'])
})

test('Q15 invoice numbers that differ in capitals are one invoice; which one is sent, is told', () => {
  const sheet = readRows([
    line({ val: 13_900 }),
    line({ inum: 'kt/26-27/0412', val: 13_900, rt: 5, txval: 2000 }),
  ])
  expect(sheet.documents.map(({ fields, lines }) => [fields.inum, lines.length])).toEqual([
    ['KT/26-27/0412', 2],
  ])
  expect(told(sheet)).toEqual(['number-case-differs 1'])
})
